/** Where the requests go: decides which limits and formats are checked before a call. */
export type ServerKind = 'juheCloud' | 'selfHosted';

export const serverLabels: Readonly<Record<ServerKind, string>> = {
	juheCloud: 'Juhe Cloud',
	selfHosted: 'the self-hosted server',
};
