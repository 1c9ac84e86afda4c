import { type ModelConstants, modelConstants } from './constants.data.ts';

/** Whose URLs and habits are stood in for. */
export type Shape = 'github.com' | 'enterprise-server';

/** What may be changed while the emulator runs. */
export type Settings = {
  constants: ModelConstants;
  /** Primary and secondary limits; Enterprise Server ships with both off. */
  hasLimits: boolean;
  /** Added to the wall time of each request, and really waited. */
  latencyMs: number;
  /** Of new installation tokens: 40 characters, or about 520; a request's own header decides before. */
  installationTokens: 'classic' | 'stateless';
  /** `modelled`: each answer really takes its wall time; `instant`: only the latency is waited. */
  pace: 'instant' | 'modelled';
};

/** A part of the constants, a section at a time. */
export type ConstantsPatch = {
  readonly [Section in keyof ModelConstants]?: ModelConstants[Section] extends object
    ? Partial<ModelConstants[Section]>
    : ModelConstants[Section];
};

/** Constants with the given values in place of the defaults. */
export function mergeConstants(base: ModelConstants, patch: ConstantsPatch): ModelConstants {
  return {
    ...base,
    ...patch,
    primary: { ...base.primary, ...patch.primary },
    secondary: { ...base.secondary, ...patch.secondary },
    graphqlCpu: { ...base.graphqlCpu, ...patch.graphqlCpu },
    restCpu: { ...base.restCpu, ...patch.restCpu },
    badLogins: { ...base.badLogins, ...patch.badLogins },
  };
}

/** Settings a shape starts with. */
export function defaultSettings(shape: Shape, patch: ConstantsPatch = {}): Settings {
  return {
    constants: mergeConstants(modelConstants, patch),
    hasLimits: shape === 'github.com',
    latencyMs: 0,
    installationTokens: 'stateless',
    pace: 'instant',
  };
}
