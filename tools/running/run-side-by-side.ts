/** Runs the tasks in their order, at most `width` at a time, and gives their answers in the same order. */
export async function runSideBySide<Task, Answer>(
  tasks: readonly Task[],
  width: number,
  run: (task: Task) => Promise<Answer>,
): Promise<Answer[]> {
  const answers = new Map<number, Answer>();
  const queue = tasks.entries();

  const work = async (): Promise<void> => {
    for (const [index, task] of queue) answers.set(index, await run(task));
  };
  await Promise.all(Array.from({ length: width }, work));

  return tasks.flatMap((_, index) => {
    const answer = answers.get(index);
    return answer === undefined ? [] : [answer];
  });
}
