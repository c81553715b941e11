import { startLive } from "./live/start";
import { submitFiltersOnChange } from "./page/filters";
import { walkWheelByKeys } from "./page/wheel";

document.documentElement.classList.add("scripted");
submitFiltersOnChange(document);
walkWheelByKeys(document);
startLive(document);
