// What looks like a key to scanners of marketplaces and hosts. Looser than the detector on purpose, and independent of it:
// a package with anything of these shapes may be refused.
export const KEY_SHAPES: Readonly<Record<string, RegExp>> = {
  '64-byte key in base64': /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{86}==/,
  '32-byte key after a key name': /(?:AccountKey|SharedAccessKey|AccessKey|Secret)=[A-Za-z0-9+/]{43}=/i,
  // A whole token: in the packed grammars, runs of base64 of a hundred thousand characters, four letters mean nothing.
  'key with an Azure signature':
    /(?<![\w+/-])[\w+/-]{30,82}(?:ACDb|\+ASt|AIoT|\+ASb|\+AEh|\+ARm|AzCa|AzSe|AzFu|\+ACR|\+ABa|APIM|\+AMC|AZEG)[\w+/-]{5,6}(?![\w+/-])/,
  // In two halves: the beginnings of the keys of Azurite and of the Cosmos DB emulator are refused by themselves.
  'emulator key': /Eby8[v]dM0|C2y6[y]Djf5/,
  'CASK key': /[A-Za-z0-9]{52}JQQJ9[9DH][A-Za-z0-9]{20,}/,
  'Entra client secret': /(?<![A-Za-z0-9~._-])[A-Za-z0-9~._-]{3}[78]Q~[A-Za-z0-9~._-]{31,34}(?![A-Za-z0-9~._-])/,
  'signature of a SAS': /[?&;]sig=[A-Za-z0-9%+/]{43,}/i,
  'private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----\s*[A-Za-z0-9+/]{20}/,
  'JSON web token': /eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/,
  'GitHub token': /gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60,}/,
  'npm token': /npm_[A-Za-z0-9]{36}/,
  // Amazon's own documented example ends in EXAMPLE; secretlint's rule names it to be silent about it.
  'AWS access key': /(?<![A-Z0-9])(?:AKIA|ASIA)(?![A-Z0-9]{9}EXAMPLE)[A-Z0-9]{16}(?![A-Z0-9])/,
  'Slack token': /xox[baprs]-[A-Za-z0-9-]{20,}/,
};
