/**
 * What the app asks of the organisation that installs it, each with its reason; `npm run manifest` prints them for whoever has to
 * approve the app. Nothing is asked in advance: no part of the bot calls Microsoft Graph, so the package holds no
 * resource-specific permission (`TeamMember.Read.Group`, `ChannelMember.Read.Group`) and no `webApplicationInfo`. Whoever adds a
 * call to Graph adds the permission and its reason here.
 */
export interface RequestedPermission {
  readonly name: 'identity' | 'messageTeamMembers';
  /** Dutch, for the administrator of Teams. */
  readonly reason: string;
}

export const requestedPermissions: readonly RequestedPermission[] = [
  {
    name: 'identity',
    reason:
      'De bot moet weten wie een vraag stelt of op een knop drukt. Bij een besluit staat wie het vastlegde, bij een herinnering wie erop reageerde, en bij een wijziging wie die deed.',
  },
];
