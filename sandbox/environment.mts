import { realpath } from 'node:fs/promises';
import { freePort } from './ports.mts';
import { pathWithThisNode } from './process.mts';

/** Who may log in to the editor. */
export interface Login {
	email: string;
	password: string;
}

/** What n8n's environment variables are made of. */
export interface EnvironmentOptions {
	userFolder: string;
	port: number;
	/** Folders that workflows may read from and write to; they must exist. */
	folders: string[];
	login: Login;
	/** The owner's password as a bcrypt hash. */
	passwordHash: string;
}

/** The only variables that n8n gets from outside: settings of another n8n on this machine must not leak in. */
const inherited = ['HOME', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR'];

/** No calls home, no banners, no survey, no modules that nobody looks at here. */
const quiet = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_DISABLED_MODULES:
		'agents,agent-evals,chat-hub,instance-ai,mcp,mcp-registry,quick-connect,workflow-builder',
};

/** The environment of an n8n that listens on 127.0.0.1, keeps to its own folder, and has an owner from the start. */
export async function n8nEnvironment({
	userFolder,
	port,
	folders,
	login,
	passwordHash,
}: EnvironmentOptions): Promise<NodeJS.ProcessEnv> {
	const allowed = await Promise.all(folders.map((folder) => realpath(folder)));
	return {
		...Object.fromEntries(inherited.map((name) => [name, process.env[name]])),
		...quiet,
		PATH: pathWithThisNode(),
		N8N_USER_FOLDER: userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(port),
		// The editor is served without TLS, so a secure cookie would not come back from every browser.
		N8N_SECURE_COOKIE: 'false',
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		N8N_RESTRICT_FILE_ACCESS_TO: allowed.join(';'),
		// `n8n execute` prints its result as a log message of this level.
		N8N_LOG_LEVEL: 'info',
		N8N_INSTANCE_OWNER_MANAGED_BY_ENV: 'true',
		N8N_INSTANCE_OWNER_EMAIL: login.email,
		N8N_INSTANCE_OWNER_FIRST_NAME: 'Demo',
		N8N_INSTANCE_OWNER_LAST_NAME: 'Owner',
		N8N_INSTANCE_OWNER_PASSWORD_HASH: passwordHash,
	};
}
