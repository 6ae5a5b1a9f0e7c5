import { createInterface } from "node:readline/promises";
import { cleanLine } from "./clean-text.ts";

/** Asks at the terminal. Ctrl-C and Ctrl-D are an empty answer. */
export async function askQuestion(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await lines.question(cleanLine(question))).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ABORT_ERR") {
      process.stderr.write("\n");
      return "";
    }
    throw error;
  } finally {
    lines.close();
  }
}
