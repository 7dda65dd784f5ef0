// Starts `speechlint lsp` and hands it the text and Markdown drafts that are open.
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const DRAFTS = ["plaintext", "markdown"];
let client;

async function start() {
  const [command, ...args] = vscode.workspace.getConfiguration("speechlint").get("command");
  client = new LanguageClient(
    "speechlint",
    "speechlint",
    { command, args },
    {
      documentSelector: DRAFTS.flatMap((language) => [
        { scheme: "file", language },
        { scheme: "untitled", language },
      ]),
      synchronize: {
        fileEvents: vscode.workspace.createFileSystemWatcher("**/{speechlint,.speechlint,pyproject}.toml"),
      },
    },
  );
  try {
    await client.start();
  } catch (error) {
    vscode.window.showErrorMessage(
      `speechlint 没有启动（${error.message}）。请执行 pip install 'speechlint[lsp]'，或在设置 speechlint.command 中写明路径。`,
    );
  }
}

async function stop() {
  const running = client;
  client = undefined;
  if (running?.isRunning()) await running.stop();
}

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("speechlint.restart", async () => {
      await stop();
      await start();
    }),
  );
  await start();
}

module.exports = { activate, deactivate: stop };
