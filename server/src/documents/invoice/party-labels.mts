import type { Label } from '../label-scan.mts';
import type { Row } from '../layout/rows.mts';
import type { InvoiceLabel, Party, PartyPart } from '../lexicon/invoice-labels.mts';
import type { Sheet } from './sheet.mts';

/** A label of what is said about a party; `party` where it names whose. */
export type PartyLabel = Label<InvoiceLabel> & { party?: Party; part: PartyPart; left: number };

/** How far apart the left sides of two labels of one column may be (rows are 1000 wide). */
export const columnReach = 170;
/** How far apart (rows are 1000 wide) two blocks that stand side by side begin at least. */
const blockWidth = 300;
/** How far apart two labels of one line may be in height, in heights of a row. */
const lineReach = 1.5;

/** Signs that stand below one another at the left of a party's block. */
const blockSigns: ReadonlyArray<readonly [RegExp, Party]> = [
	[/^[购买付]/u, 'buyer'],
	[/^[销售收]/u, 'seller'],
];

/** Whether a label is of an address or a telephone number alone, as anybody's can be printed on a sheet. */
const isLoneContact = ({ part }: PartyLabel): boolean => part === 'address' || part === 'phone';

/** The labels of a sheet that are about a party, from top to bottom. */
export function partyLabels({ rows, labels }: Sheet): PartyLabel[] {
	return labels.flat().flatMap((label) => {
		const [owner, part] = label.entry?.field.split('.') ?? [];
		if (part === undefined) return [];
		const found = {
			...label,
			part: part as PartyPart,
			party: owner === 'party' ? undefined : (owner as Party),
			left: rows[label.row].chars[label.start].left,
		};
		// The end of a longer word (投诉电话) is somebody else's.
		return isLoneContact(found) && label.entry?.rank !== 1 ? [] : [found];
	});
}

/** The party whose sign (of a word written downwards) stands alone at the left of a row. */
export function blockSign(row: Row, label: PartyLabel): Party | undefined {
	if (label.start === 0 || label.start > 2) return undefined;
	return blockSigns.find(([sign]) => sign.test(row.chars[0].char))?.[1];
}

/**
 * The party of a label that stands beside the same one of another block: buyers stand left of sellers
 * where no word says otherwise.
 */
export function sideOf(
	{ rows }: Sheet,
	label: PartyLabel,
	all: readonly PartyLabel[],
): Party | undefined {
	const { y, height } = rows[label.row];
	const twin = all.find(
		(other) =>
			!other.party &&
			other.part === label.part &&
			Math.abs(other.left - label.left) > blockWidth &&
			Math.abs(rows[other.row].y - y) < lineReach * height,
	);
	return twin && (twin.left < label.left ? 'seller' : 'buyer');
}
