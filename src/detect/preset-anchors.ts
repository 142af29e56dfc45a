import { createAnchorScan, createHits, type Hits } from './anchors';

/**
 * Words without which no expression of secretlint's recommended preset (12.0.0, default options) can match, each with
 * what must be at the word for the match to go on: necessary, not sufficient. The preset runs 27 MB a second, the scan
 * for these words 400, and all but a few texts have none. test/detect/preset-anchors.test.ts compares rule by rule.
 */
const ANCHORS: readonly (readonly [words: readonly string[], goesOn: RegExp])[] = [
  // aws
  [['secretaccess', 'secret_access'], /secret_?access_?key["']?\s{0,99}(?::|=>|=)\s{0,99}["']?[A-Za-z0-9/+=]{40}/iy],
  // gcp, whose JSON may spell its keys with escapes
  [['private_key_id', '\\u00'], /./sy],
  // npm
  [['x-oauth-basic@github', '_authtoken='], /./sy],
  [['npm_'], /npm_[A-Za-z0-9_]{36}/y],
  // slack
  [['xoxb-', 'xoxp-', 'xapp-', 'xoxa-', 'xoxo-', 'xoxr-'], /x\w{3}-[a-zA-Z0-9]/y],
  [['hooks.slack.com/services/t'], /./sy],
  // basicauth and database-connection-string
  [['://'], /:\/\/[^:/\s]{1,256}:[^@/\s]{1,256}@/y],
  // openai, anthropic, groq, huggingface, linear, notion
  [['t3blbkfj'], /T3BlbkFJ/y],
  [['sk-ant-api0'], /sk-ant-api0\d/y],
  [['gsk_'], /gsk_[a-zA-Z0-9]{52}/y],
  [['hf_'], /hf_[a-zA-Z]{34}/y],
  [['lin_api_'], /lin_api_[a-zA-Z0-9_]{32}/y],
  [['ntn_'], /ntn_[0-9]{11}/y],
  // private-key
  [['private key-----', 'private key block-----'], /PRIVATE KEY/y],
  // sendgrid, shopify
  [['sg.'], /SG\.\w{1,128}\.\w/y],
  [['shppa_', 'shpca_', 'shpat_', 'shpss_'], /shp\w{2}_[a-zA-Z0-9]{32}/y],
  // github, gitlab, grafana
  [['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'], /gh\w_[A-Za-z0-9_]{36}/y],
  [['github_pat_'], /github_pat_[A-Za-z0-9_]{82}/y],
  [['glpat-'], /glpat-[A-Za-z0-9_-]{20}/y],
  [['glc_'], /glc_[A-Za-z0-9+/]{32}/y],
  [['glsa_'], /glsa_[A-Za-z0-9]{32}_/y],
  // 1password, hashicorp-vault, vercel, databricks, docker, figma
  [['ops_ey'], /ops_ey[A-Za-z0-9+/=]{100}/y],
  [['hvs.', 'hvb.', 'hvr.'], /hv\w\.[A-Za-z0-9_-]{90}/y],
  [['vcp_', 'vci_', 'vca_', 'vcr_', 'vck_'], /vc\w_[A-Za-z0-9]{20}/y],
  [['dapi'], /dapi[A-Fa-f0-9]{32}/y],
  [['dckr_pat_'], /dckr_pat_[a-zA-Z0-9_-]{27}/y],
  [['figd_'], /figd_[A-Za-z0-9_-]{40}/y],
];

const JSON_ONLY = '\\u00';

/** Makes the test whether the preset could find anything in a text. Tables are built at the first call. */
export function createPresetFilter(): (path: string, text: string) => boolean {
  const words = ANCHORS.flatMap(([spellings, goesOn]) => spellings.map((word) => ({ word, goesOn })));
  const hits: Hits = createHits();
  let scan: ReturnType<typeof createAnchorScan> | undefined;
  return (path, text) => {
    scan ??= createAnchorScan(words.map(({ word }) => word));
    scan(text, hits);
    for (let h = 0; h < hits.length; h += 2) {
      const hit = words[hits.pairs[h] ?? 0];
      if (hit === undefined || (hit.word === JSON_ONLY && !path.endsWith('.json'))) continue;
      hit.goesOn.lastIndex = hits.pairs[h + 1] ?? 0;
      if (hit.goesOn.test(text)) return true;
    }
    return false;
  };
}
