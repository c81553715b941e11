import { startLive } from "./live/start";
import { followComposer } from "./page/composer";
import { goOnByItself } from "./page/continue";
import { copyByButton } from "./page/copy";
import { leadToFields } from "./page/errors";
import { submitFiltersOnChange } from "./page/filters";
import { sendOnce } from "./page/once";
import { walkWheelByKeys } from "./page/wheel";

document.documentElement.classList.add("scripted");
submitFiltersOnChange(document);
walkWheelByKeys(document);
copyByButton(document);
followComposer(document);
leadToFields(document);
goOnByItself(document);
sendOnce(document);
startLive(document);
