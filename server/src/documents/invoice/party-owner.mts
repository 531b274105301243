import type { Label } from '../find.mts';
import type { Row } from '../layout/rows.mts';
import type { InvoiceLabel, Party, PartyPart } from '../lexicon/invoice-labels.mts';
import type { Sheet } from './sheet.mts';

/** A label of what is said about a party; `party` where it names whose. */
export type PartyLabel = Label<InvoiceLabel> & { party?: Party; part: PartyPart; left: number };

/** A label whose owner is known. */
export type OwnedLabel = PartyLabel & { party: Party };

/** What a label that only tells whose lines follow is a label of. */
export const headPart = '' as PartyPart;

/** How far apart the left sides of two labels of one column may be (rows are 1000 wide). */
export const columnReach = 170;
/** The same where nothing else tells that the one belongs below the other. */
const alignedReach = 40;
/** How far apart (rows are 1000 wide) two blocks that stand side by side begin at least. */
const blockWidth = 300;
/** How far apart two labels of one line may be in height, in heights of a row. */
const lineReach = 1.5;

/** Signs that stand below one another at the left of a party's block. */
const blockSigns: ReadonlyArray<readonly [RegExp, Party]> = [
	[/^[购买付]/u, 'buyer'],
	[/^[销售收]/u, 'seller'],
];

const other: Readonly<Record<Party, Party>> = { buyer: 'seller', seller: 'buyer' };

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

/** The label among whose lines a lone address or telephone number stands: on its row or right above. */
function neighbourOf(label: PartyLabel, before: readonly OwnedLabel[]): OwnedLabel | undefined {
	const apart = ({ left }: PartyLabel) => Math.abs(left - label.left);
	const near = before.slice(before.findLastIndex(({ row }) => row < label.row - 2) + 1);
	const [above] = near
		.filter(({ row }) => row === label.row - 1)
		.sort((a, b) => apart(a) - apart(b));
	if (above && apart(above) < alignedReach) return above;
	const inRow = near.findLast(({ row }) => row === label.row);
	// The label right above may be one that was misread.
	const further = near.find((one) => one.row === label.row - 2 && apart(one) < alignedReach);
	return inRow ?? further ?? above;
}

/**
 * Tells whose a label is that does not say so itself: by the labels left of it, above it, before it.
 * A lone address or telephone number that stands beside no party's lines is nobody's.
 * @param all the labels of the sheet that are about a party
 * @param before those whose owners are known, from top to bottom
 */
export function ownerOf(
	sheet: Sheet,
	label: PartyLabel,
	all: readonly PartyLabel[],
	before: readonly OwnedLabel[],
): Party | undefined {
	const has = (party: Party) =>
		before.some((one) => one.party === party && one.part === label.part);
	const free = (party: Party): Party => (has(party) && !has(other[party]) ? other[party] : party);
	const sign = blockSign(sheet.rows[label.row], label);
	if (sign) return sign;
	if (isLoneContact(label)) {
		const neighbour = neighbourOf(label, before);
		return neighbour && free(neighbour.party);
	}
	const beside = sideOf(sheet, label, all);
	if (beside && !before.some(({ part }) => part === headPart)) return free(beside);
	const left = before.findLast(({ row }) => row === label.row);
	if (left) return free(left.party);
	const above = before.findLast(
		({ row, left: at }) => row < label.row && Math.abs(at - label.left) < columnReach,
	);
	return free(above?.party ?? before.at(-1)?.party ?? 'buyer');
}
