import { expect, test } from 'vitest';
import { english } from '../../src/core/message';
import { detectHosts } from '../../src/guide/detect-host';

const hostsOf = (...files: readonly (readonly [string, string?])[]): string[] =>
  detectHosts(files.map(([path, text = '']) => ({ path, text }))).map(({ host }) => host);

test.each([
  ['api/host.json', '{ "version": "2.0" }', 'functions'],
  ['azure.yaml', 'name: shop\nservices:\n  web:\n    project: ./web\n    host: containerapp\n', 'container-apps'],
  ['azure.yaml', 'services:\n  api:\n    host: function\n', 'functions'],
  ['infra/main.bicep', "resource web 'Microsoft.Web/sites@2024-04-01' = {\n  kind: 'app,linux'\n}\n", 'app-service'],
  [
    'infra/main.bicep',
    "resource web 'Microsoft.Web/sites@2024-04-01' = {\n  kind: 'functionapp,linux'\n}\n",
    'functions',
  ],
  ['main.tf', 'resource "azurerm_windows_function_app" "api" {\n}\n', 'functions'],
  ['main.tf', 'resource "azurerm_linux_virtual_machine" "vm" {\n}\n', 'vm'],
  ['main.tf', 'resource "azurerm_kubernetes_cluster" "c" {\n}\n', 'aks'],
  ['k8s/deployment.yaml', 'apiVersion: apps/v1\nkind: Deployment\n', 'aks'],
  ['.github/workflows/deploy.yml', 'on: push\n', 'github-actions'],
  ['azure-pipelines.yml', 'trigger: none\n', 'azure-pipelines'],
  ['staticwebapp.config.json', '{}', 'static-web-apps'],
  ['Dockerfile', 'FROM node\n', 'container-apps'],
])('%s: %s', (path, text, host) => {
  expect(hostsOf([path, text])).toEqual([host]);
});

test('what only exists or is named in passing does not count', () => {
  expect(hostsOf(['main.bicep', "resource web 'Microsoft.Web/sites@2024-04-01' existing = {\n}\n"])).toEqual([]);
  expect(hostsOf(['main.tf', 'data "azurerm_linux_web_app" "web" {\n}\n'])).toEqual([]);
  expect(hostsOf(['src/host.json', '{ "name": "localhost" }'], ['config.yaml', 'kind: Service\n'])).toEqual([]);
});

test('templates speak before images, images before pipelines; each host once, with its file', () => {
  const files = [
    { path: '.github/workflows/ci.yml', text: '' },
    { path: 'Dockerfile', text: '' },
    {
      path: 'infra/app.tf',
      text: 'resource "azurerm_linux_web_app" "a" {\n}\nresource "azurerm_linux_web_app" "b" {\n}\n',
    },
  ];
  const found = detectHosts(files);
  expect(found.map(({ host }) => host)).toEqual(['app-service', 'container-apps', 'github-actions']);
  expect(found[0] && english(found[0].because)).toBe('infra/app.tf speaks for App Service.');
});
