import type { AppManifest } from './manifest.ts';

/** Path in the manifest (`bots[0].commandLists[1].commands[0].title`) to the words that stand there in another language. */
export type Strings = Readonly<Record<string, string>>;

type Replace = (path: string, words: string) => string;

/** The manifest with every string that Teams translates put through `replace`. The one list of what those are. */
function mapStrings(manifest: AppManifest, replace: Replace): AppManifest {
  const { name, description, bots } = manifest;
  return {
    ...manifest,
    name: { short: replace('name.short', name.short), full: replace('name.full', name.full) },
    description: {
      short: replace('description.short', description.short),
      full: replace('description.full', description.full),
    },
    bots: bots.map((bot, botAt) => ({
      ...bot,
      commandLists: bot.commandLists.map((list, listAt) => ({
        ...list,
        commands: list.commands.map(({ title, description: explained }, at) => {
          const path = `bots[${botAt}].commandLists[${listAt}].commands[${at}]`;
          return { title: replace(`${path}.title`, title), description: replace(`${path}.description`, explained) };
        }),
      })),
    })),
  };
}

/** Every string that a language file must hold, by its path, in the language of this manifest. */
export function translatable(manifest: AppManifest): Strings {
  const strings: Record<string, string> = {};
  mapStrings(manifest, (path, words) => {
    strings[path] = words;
    return words;
  });
  return strings;
}

/** The manifest as somebody with this language sees it; what is not translated stays Dutch. */
export const withStrings = (manifest: AppManifest, strings: Strings): AppManifest =>
  mapStrings(manifest, (path, words) => strings[path] ?? words);
