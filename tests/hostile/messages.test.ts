/** Hostile messages against both ends of the call map. */
import { messageCases } from './cases/messages.ts';
import { runCases } from './run-cases.ts';

runCases('hostile messages', messageCases);
