import type { Page } from './types.mts';

const turns = { 90: 90, 180: 180, 270: 270 } as const;

/** What a page says of having been turned by so many degrees clockwise: nothing where it was not. */
export function turnedBy(degrees: number): Pick<Page, 'turned'> {
	const turned = turns[degrees as keyof typeof turns];
	return turned ? { turned } : {};
}
