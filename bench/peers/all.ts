import { detectSecrets } from './detect-secrets';
import { gitleaks } from './gitleaks';
import { kingfisher } from './kingfisher';
import type { Peer } from './peer';
import { secretlint } from './secretlint';
import { trufflehog } from './trufflehog';

export const peers: readonly Peer[] = [gitleaks, kingfisher, trufflehog, detectSecrets, secretlint];
