const { dest, parallel, series, src } = require('gulp');
const { rmSync } = require('node:fs');
const { spawn } = require('node:child_process');

const clean = async () => rmSync('dist', { recursive: true, force: true });

const compile = () =>
	spawn(process.execPath, [require.resolve('typescript/bin/tsc')], { stdio: 'inherit' });

// Only what n8n shows: icons and codex files. Test pictures and truth stay out of the package.
const icons = () => src('icons/*.svg').pipe(dest('dist/icons'));
const codex = () => src('nodes/**/*.node.json').pipe(dest('dist/nodes'));

exports.build = series(clean, parallel(compile, icons, codex));
