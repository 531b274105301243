import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const pages = execFileSync('git', ['ls-files', '*.md'], { encoding: 'utf8' }).trim().split('\n');

/** What stands in code is no link and no heading. */
const proseOf = (page: string) =>
	readFileSync(page, 'utf8')
		.replace(/^ *```[^]*?^ *```/gm, '')
		.replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()#]/g, ' '));

/** GitHub's rule for the anchors of headings. */
const anchorsOf = (page: string) =>
	[...readFileSync(page, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
		heading
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.trim()
			.replace(/ /g, '-'),
	);

const linksOf = (page: string) =>
	[...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)]
		.map(([, target]) => target)
		.filter((target) => !/^[a-z]+:/.test(target));

const leadsNowhere = (page: string, link: string) => {
	const [file, anchor] = link.split('#');
	const target = file === '' ? page : path.join(path.dirname(page), decodeURI(file));
	if (!existsSync(target)) return true;
	return anchor !== undefined && !anchorsOf(target).includes(anchor);
};

test.each(pages)('every link of %s leads to a file and to a heading of it', (page) => {
	expect(linksOf(page).filter((link) => leadsNowhere(page, link))).toEqual([]);
});

test('every picture in docs/images is shown on a page', () => {
	const shown = pages.flatMap((page) =>
		linksOf(page).map((link) => path.join(path.dirname(page), link)),
	);
	const images = execFileSync('git', ['ls-files', 'docs/images'], { encoding: 'utf8' });
	expect(
		images
			.trim()
			.split('\n')
			.filter((image) => !shown.includes(image)),
	).toEqual([]);
});
