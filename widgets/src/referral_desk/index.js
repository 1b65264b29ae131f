import "../common/common.css";
import "./referral_desk.css";
import { mount } from "../common/mount.js";
import * as model from "./model.js";
import { notebookKeeper, pageKeeper } from "./saving.js";
import { deskView } from "./view.js";

/** @import { Backend } from "../common/types.js" */
/** @import { Keeper } from "./saving.js" */

/** @param {Keeper} keeper */
const desk = (keeper) => mount("referral_desk", { model, view: deskView(keeper) });

// A page is drawn here and now; a notebook asks for as many drawings as it likes, each with its backend.
desk(pageKeeper());

/** @param {{ model: Backend, el: HTMLElement }} host */
function render(host) {
  const keeper = notebookKeeper(host.model);
  const leave = desk(keeper).render(host);
  return () => {
    keeper.stop();
    leave();
  };
}

export default { render };
