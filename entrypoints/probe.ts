import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { documentToken } from '../lib/messages/document-token.ts';
import { detect } from '../lib/page/detect.ts';

/** Asked for by the popup on pages the detector has not seen: gives the same answer, whatever it is, as the script's result. */
export default defineUnlistedScript(() => ({ token: documentToken(), ...detect(document, location.href) }));
