/** The organisation that runs the bot, as Teams names it beside the app. */
export interface Developer {
  /** 1 through 32 characters. */
  readonly name: string;
  /** Page with explanation and help; this address and the next two start with https://. */
  readonly website: string;
  readonly privacy: string;
  readonly terms: string;
}

/** The options of `npm run manifest` that tell who that is; `developer` is its name. */
export const developerOptions = ['developer', 'website', 'privacy', 'terms'] as const;
export type DeveloperOption = (typeof developerOptions)[number];
