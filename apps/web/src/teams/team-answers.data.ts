import { getTeam, getTeamWeek, listGithubTeams, listTeamCandidates, listTeams } from '@throughline/contract';

/** Answers that change with a team, its members or its place. */
export const teamAnswers = [getTeam, getTeamWeek, listTeams, listTeamCandidates, listGithubTeams];
