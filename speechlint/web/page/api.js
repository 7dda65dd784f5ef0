// The API of this server, the only address the page ever speaks to.
import { language, say } from "./texts.js";

// Something that could not be done, said as the page says it.
export class Refused extends Error {}

async function answered(path, options) {
  let response;
  try {
    response = await fetch(`api/${path}${path.includes("?") ? "&" : "?"}lang=${language()}`, options);
  } catch {
    throw new Refused(say("unreachable"));
  }
  return response;
}

async function refusal(response) {
  const body = await response.json().catch(() => ({}));
  return new Refused(body.error || response.statusText);
}

async function formOf(source) {
  const form = new FormData();
  // A file that is gone since it was chosen would look as if the server were.
  if (source instanceof File) await source.slice(0, 1).arrayBuffer().catch(() => { throw new Refused(say("unreadable")); });
  if (source instanceof File) form.append("files", source, source.name);
  else form.append("text", source.text);
  return form;
}

// One draft's record; what the draft is to blame for stands in the record, anything else is thrown.
export async function check(source) {
  const response = await answered("check", { method: "POST", body: await formOf(source) });
  const body = response.ok || response.status >= 500 ? await response.clone().json().catch(() => ({})) : {};
  if (body.files) return body.files[0];
  throw await refusal(response);
}

// The file as chosen: its bytes, its name, and how much was written into it.
export async function review(source, choices) {
  const form = await formOf(source);
  form.append("choices", JSON.stringify(choices));
  const response = await answered("review", { method: "POST", body: form });
  if (!response.ok) throw await refusal(response);
  const name = response.headers.get("Content-Disposition").split("filename*=UTF-8''")[1];
  return {
    blob: await response.blob(),
    name: decodeURIComponent(name),
    comments: Number(response.headers.get("Speechlint-Comments")),
    changes: Number(response.headers.get("Speechlint-Changes")),
  };
}

export async function rules() {
  return (await answered("rules")).json();
}

export async function rule(id) {
  const response = await answered(`rules/${id.split("/").map(encodeURIComponent).join("/")}`);
  if (!response.ok) throw await refusal(response);
  return response.json();
}
