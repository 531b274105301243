import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Importable } from '../../../sandbox/n8n.mts';
import { freePort } from '../../../sandbox/ports.mts';
import { BackgroundProcess } from '../../../sandbox/process.mts';
import { composeMail, type Mail } from './mail.mts';

const program = '/usr/sbin/dovecot';
const startTimeout = 20_000;

/** A mailbox behind a real IMAP server (Dovecot) of its own: private configuration, free port, temporary folder. */
export class Mailbox {
	readonly #user = 'accounting';
	readonly #port: number;
	readonly #password: string;
	readonly #folder: string;
	readonly #server: BackgroundProcess;

	private constructor(port: number, password: string, folder: string) {
		this.#port = port;
		this.#password = password;
		this.#folder = folder;
		this.#server = new BackgroundProcess('dovecot', program, [
			'-F',
			'-c',
			path.join(folder, 'dovecot.conf'),
		]);
	}

	/** @throws with what to install, if Dovecot is missing */
	static async start(): Promise<Mailbox> {
		if (spawnSync(program, ['--version']).error) {
			throw new Error(
				`${program} is missing. Install it (Debian: apt-get install dovecot-imapd): the mails of these tests come from a real IMAP server.`,
			);
		}
		const folder = await mkdtemp(path.join(tmpdir(), 'juhe-mail-'));
		const port = await freePort();
		const password = randomBytes(9).toString('base64url');
		await chmod(folder, 0o755);
		for (const name of ['tmp', 'new', 'cur']) {
			await mkdir(path.join(folder, 'Maildir', name), { recursive: true });
			await chmod(path.join(folder, 'Maildir', name), 0o777);
		}
		await chmod(path.join(folder, 'Maildir'), 0o777);
		await writeFile(path.join(folder, 'dovecot.conf'), configuration(folder, port, password));

		const mailbox = new Mailbox(port, password, folder);
		try {
			await mailbox.#server.waitUntil(() => answers(port), startTimeout);
			return mailbox;
		} catch (error) {
			await mailbox.stop();
			throw error;
		}
	}

	/** The credential that the shipped workflow names, for this mailbox. */
	get credential(): Importable {
		const server = { host: '127.0.0.1', port: this.#port, secure: false };
		const login = { user: this.#user, password: this.#password };
		const data = { ...login, ...server, allowUnauthorizedCerts: false };
		return { id: 'juheMailbox00001', name: 'Mailbox', type: 'imap', data };
	}

	/** Puts a mail into the mailbox, as a mail server delivers it. */
	async deliver(mail: Mail): Promise<void> {
		const name = `${Date.now()}.${randomBytes(6).toString('hex')}.localhost`;
		const [written, delivered] = ['tmp', 'new'].map((place) =>
			path.join(this.#folder, 'Maildir', place, name),
		);
		await writeFile(written, composeMail(mail), { mode: 0o644 });
		await rename(written, delivered);
	}

	async stop(): Promise<void> {
		await this.#server.stop();
		await rm(this.#folder, { recursive: true, force: true });
	}
}

/** Started by root, Dovecot drops to Debian's users; started by anybody else, it can only stay who it is. */
function configuration(folder: string, port: number, password: string): string {
	const [user, group] = ['-un', '-gn'].map((option) =>
		execFileSync('id', [option]).toString().trim(),
	);
	const isRoot = user === 'root';
	const owner = isRoot ? 'uid=nobody gid=nogroup' : `uid=${user} gid=${group}`;
	const users = isRoot
		? ''
		: `default_internal_user = ${user}\ndefault_internal_group = ${group}\ndefault_login_user = ${user}`;
	return `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = /dev/stderr
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:${folder}/Maildir
${users}
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = ${owner} home=${folder}
}
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`;
}

function answers(port: number): Promise<true | undefined> {
	return new Promise((resolve) => {
		const socket = createConnection(port, '127.0.0.1');
		const end = (answer?: true) => {
			socket.destroy();
			resolve(answer);
		};
		socket.once('data', () => end(true));
		socket.once('error', () => end());
	});
}
