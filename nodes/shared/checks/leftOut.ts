import type { Reason } from '../review';

/** What a person should know of a file that was not read to its end. @param count documents that were left out */
export function leftOutProblems(count: number): Reason[] {
	return count > 0
		? [
				{
					about: 'documents',
					text: `${count} more document(s) of this file were not read: send it in parts, or read the rest with a range in Pages`,
				},
			]
		: [];
}
