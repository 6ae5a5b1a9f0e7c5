import type { ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { StandInAnswer } from "./exchange-types.ts";
import type { Fault } from "./fault.ts";
import { type Language, translate } from "./text.ts";

/** How an answer goes on the wire. */
export interface Sending {
  readonly fault: Fault | undefined;
  readonly language: Language;
  readonly requestId: string;
}

/** Puts an answer on the wire with the headers that every answer of NetBox's API has. */
export async function sendAnswer(
  response: ServerResponse,
  answer: StandInAnswer,
  { fault, language, requestId }: Sending,
): Promise<void> {
  if (fault?.type === "delay") {
    await wait(fault.delayMs, undefined, { ref: false });
  }
  if (fault?.type === "cut-after") {
    response.destroy();
    return;
  }
  const text = renderText(answer, language);
  response.writeHead(answer.status, {
    "content-type": answer.contentType ?? "application/json",
    "content-length": Buffer.byteLength(text),
    "content-language": language,
    "api-version": "4.5",
    "x-request-id": requestId,
    ...answer.headers,
  });
  if (fault?.type === "cut") {
    response.write(text.slice(0, text.length / 2), () => response.destroy());
  } else {
    response.end(text);
  }
}

function renderText({ body, contentType }: StandInAnswer, language: Language): string {
  if (contentType !== undefined) {
    return String(body);
  }
  return body === undefined ? "" : JSON.stringify(translate(body, language));
}
