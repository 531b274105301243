import { createServer } from 'node:net';
import { assertPortFree, freePort, PortTakenError } from './ports.mts';

test('accepts a port that nobody uses', async () => {
	await expect(assertPortFree(await freePort(), 'n8n', '--port')).resolves.toBeUndefined();
});

test('names a port that is taken, and the option that chooses another', async () => {
	const port = await freePort();
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	try {
		const attempt = assertPortFree(port, 'n8n', '--port');
		await expect(attempt).rejects.toThrow(PortTakenError);
		await expect(attempt).rejects.toThrow(`Port ${port}, meant for n8n, is in use`);
		await expect(attempt).rejects.toThrow(`--port ${port + 1}`);
	} finally {
		await new Promise((resolve) => server.close(resolve));
	}
});
