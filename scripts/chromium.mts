import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

// Without these Chromium looks for Google's hosts at every start, which a closed network refuses.
const flags = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/**
 * Starts the system's Chromium without a window; the caller closes it.
 * `CHROMIUM_PATH` names another executable than Debian's.
 */
export function launchChromium(): Promise<Browser> {
	return chromium.launch({
		executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
		args: flags,
	});
}
