import type { Refusal } from '../../core/finding';
import { refusal } from '../refusals';
import type { UseGroup } from '../uses';
import type { GroupJudge, Judge, JudgeContext } from './context';
import { credentialReadBack, variablesOnTheWay } from './declarations';
import { emulatorInCode } from './emulator';
import { secretOfAnotherFile } from './imported';
import {
  handedOnElsewhere,
  insideChoice,
  parameterTakenElsewhere,
  sasInSetting,
  secretFromOutside,
  secretFromSeveral,
  tenantPerCall,
} from './origin';
import { severalPrincipals } from './principals';
import { optionsReadElsewhere } from './options';
import { choiceOfCredential, credentialGivenTwice, packageBeside, refusedByPattern, unfitCode } from './pattern';
import { emulatorInSettings, settingInSchema } from './settings';
import { neededByOtherCode, variableReadElsewhere } from './shared';
import { brokenStatement, ownSubclass, scatteredOptions, unreadCode } from './syntax';
import { whereCodeRuns } from './where';

/** Asked about each use, in order: the first reason is the one that people read. */
const JUDGES: readonly Judge[] = [
  choiceOfCredential,
  refusedByPattern,
  packageBeside,
  unreadCode,
  brokenStatement,
  scatteredOptions,
  ownSubclass,
  insideChoice,
  secretFromOutside,
  secretFromSeveral,
  unfitCode,
  credentialReadBack,
  credentialGivenTwice,
  sasInSetting,
  tenantPerCall,
  emulatorInCode,
  variablesOnTheWay,
  secretOfAnotherFile,
];

/** Asked about all uses of one secret together, after each of them has passed. */
const GROUP_JUDGES: readonly GroupJudge[] = [
  handedOnElsewhere,
  optionsReadElsewhere,
  parameterTakenElsewhere,
  severalPrincipals,
  neededByOtherCode,
  whereCodeRuns,
  variableReadElsewhere,
  emulatorInSettings,
  settingInSchema,
];

/** Why the uses of one secret cannot be migrated mechanically, or null. */
export function judge(group: UseGroup, context: JudgeContext): Refusal | null {
  if (group.uses.length === 0) return refusal('nothing-to-do');
  // What is not to be changed at all needs no other reason.
  const place = whereCodeRuns(group, context);
  if (place?.id === 'test-code') return place;
  for (const use of group.uses) {
    for (const one of JUDGES) {
      const why = one(use, context);
      if (why) return why;
    }
  }
  for (const one of GROUP_JUDGES) {
    const why = one(group, context);
    if (why) return why;
  }
  return null;
}
