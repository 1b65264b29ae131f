import "../common/common.css";
import { rootElement, sayProblems } from "../common/mount.js";
import { formView } from "./view.js";

/** @import { Backend } from "../common/types.js" */
/** @import { Answers, Form } from "./answers.js" */
/** @import { Result } from "./view.js" */

/** @param {{ model: Backend, el: HTMLElement }} host */
function render({ model, el }) {
  const root = rootElement();
  el.append(root);
  /** @type {ReturnType<typeof formView> | null} */
  let form = null;

  sayProblems(root, () => {
    form = formView(root, {
      form: /** @type {Form} */ (model.get("form")),
      answers: /** @type {Answers} */ (model.get("answers")),
      // Kept in this page only, so that a redraw loses nothing; Python hears of it on Save.
      changed: (answers) => model.set("answers", answers),
      save: (answers) => model.send({ type: "save", answers }),
    });
    form.show(/** @type {Result | null} */ (model.get("result")));
  });

  const show = () => form?.show(/** @type {Result | null} */ (model.get("result")));
  model.on("change:result", show);
  return () => model.off("change:result", show);
}

export default { render };
