import { startLive } from "./live/start";
import { goOnByItself } from "./page/continue";
import { copyByButton } from "./page/copy";
import { leadToFields } from "./page/errors";
import { submitFiltersOnChange } from "./page/filters";
import { walkWheelByKeys } from "./page/wheel";

document.documentElement.classList.add("scripted");
submitFiltersOnChange(document);
walkWheelByKeys(document);
copyByButton(document);
leadToFields(document);
goOnByItself(document);
startLive(document);
