import { folderOf } from '../../core/document';
import { ancestors, join } from '../../core/paths';
import { dependency, isThere, unknown } from './runtime';
import type { RuntimeClues, Runtime, RuntimeKind } from './runtime';

const DEPENDENCIES: readonly (readonly [kind: RuntimeKind, names: readonly string[]])[] = [
  ['function', ['azure-functions', 'com.microsoft.azure.functions:azure-functions-java-library']],
  ['mobile', ['com.android.application', 'com.android.library', 'kivy']],
  ['desktop', ['org.openjfx:javafx-controls', 'pyqt5', 'pyqt6', 'pyside6']],
  [
    'server',
    [
      'streamlit',
      'django',
      'flask',
      'fastapi',
      'aiohttp',
      'gradio',
      'chainlit',
      'org.springframework.boot',
      'org.springframework.boot:spring-boot-starter-web',
      'org.springframework.boot:spring-boot-starter-parent',
      'org.springframework.boot:spring-boot-starter',
      'io.quarkus',
      'io.micronaut.application',
    ],
  ],
];

/** Where Python, Java, Kotlin and Go run, as far as their manifests tell. */
export async function otherRuntime({ path, project, names }: RuntimeClues): Promise<Runtime> {
  for (const folder of /\.(?:java|kt)$/.test(path) ? ancestors(folderOf(path)) : []) {
    for (const place of [folder, join(folder, 'src/main')])
      if ((await names(place)).has('AndroidManifest.xml')) return isThere('mobile', 'AndroidManifest.xml');
    if (folder === project?.folder) break;
  }
  if (!project) return unknown;
  for (const [kind, list] of DEPENDENCIES) {
    const found = dependency(kind, project, list);
    if (found) return found;
  }
  return (await names(project.folder)).has('host.json') ? isThere('function', 'host.json') : unknown;
}
