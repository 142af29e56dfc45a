import { join } from '../../core/paths';
import type { Project } from '../project';
import { dependency, isThere } from './runtime';
import type { RuntimeClues, Runtime } from './runtime';

const MOBILE = ['react-native', 'expo', '@nativescript/core', '@capacitor/core', 'cordova'];
const DESKTOP = ['electron', '@tauri-apps/api', 'nw'];
const SERVER = [
  'express',
  'fastify',
  'koa',
  '@nestjs/core',
  '@hapi/hapi',
  'restify',
  'hono',
  'polka',
  '@adonisjs/core',
  '@feathersjs/feathers',
  'apollo-server',
  '@apollo/server',
  'botbuilder',
  'moleculer',
  'socket.io',
];
const VIEWS = [
  '@angular/core',
  'vue',
  'svelte',
  'preact',
  'solid-js',
  'ember-source',
  '@builder.io/qwik',
  'lit',
  'jquery',
  'angular',
  'aurelia-framework',
  '@microsoft/sp-core-library',
];
const BUNDLERS = [
  'vite',
  'webpack',
  'parcel',
  'parcel-bundler',
  'react-scripts',
  '@craco/craco',
  'rollup',
  'esbuild',
  'snowpack',
  '@rspack/core',
  '@rsbuild/core',
  'browserify',
];
/** Packages that serve or build pages: what they bundle runs in a browser. */
const PAGES = ['webpack-dev-server', 'html-webpack-plugin', 'react-scripts', '@craco/craco'];

/** Code on a person's device. */
export const deviceOf = (project: Project): Runtime | null =>
  dependency('mobile', project, MOBILE) ?? dependency('desktop', project, DESKTOP);

export const functionsOf = (project: Project): Runtime | null => dependency('function', project, ['@azure/functions']);

export const serverOf = (project: Project): Runtime | null => dependency('server', project, SERVER);

/** A worker of Cloudflare. */
export async function workerOf({ project, names }: RuntimeClues): Promise<Runtime | null> {
  if (!project) return null;
  const found = [...(await names(project.folder))].find((name) => /^wrangler\.(?:toml|jsonc?)$/.test(name));
  return found === undefined ? null : isThere('edge', found);
}

/** A page: a framework for views, or a bundler with something to bundle for a page. */
export async function pageOf({ project, names, read }: RuntimeClues): Promise<Runtime | null> {
  if (!project) return null;
  const views = dependency('browser', project, VIEWS) ?? dependency('browser', project, PAGES);
  if (views) return views;
  if (!dependency('browser', project, BUNDLERS)) return null;
  const react = dependency('browser', project, ['react-dom', 'react']);
  if (react) return react;
  const there = await names(project.folder);
  if (there.has('index.html') && dependency('browser', project, ['vite', 'parcel', 'parcel-bundler']))
    return isThere('browser', 'index.html');
  const config = [...there].find((name) => /^webpack\.config\.[cm]?[jt]s$/.test(name));
  const text = config === undefined ? null : await read(join(project.folder, config));
  if (config === undefined || text === null || /\btarget\s{0,9}:\s{0,9}['"](?:async-)?node/.test(text)) return null;
  return isThere('browser', config);
}
