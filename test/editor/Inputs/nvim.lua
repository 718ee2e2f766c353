-- nvim.lua - opens FILE in Neovim with SERVER, mends it, and says what is shown.
--
-- SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

local file, patience = os.getenv("FILE"), 60000
local command = vim.split(os.getenv("SERVER"), " ")

local function say(...)
  io.stdout:write(string.format(...), "\n")
end

local function give_up(what)
  say("never: %s", what)
  vim.cmd("cquit 1")
end

local function ours()
  return vim.tbl_filter(function(d) return d.source == "unloadcheck" end,
                        vim.diagnostic.get(0))
end

local function wait_for(what, condition)
  if not vim.wait(patience, condition, 20) then give_up(what) end
end

vim.cmd("edit " .. file)
vim.bo.filetype = "c"
local client = vim.lsp.start_client({ cmd = command, root_dir = os.getenv("ROOT") })
vim.lsp.buf_attach_client(0, client)

wait_for("a finding", function() return #ours() == 1 end)
local found = ours()[1]
say("found %d:%d %s", found.lnum + 1, found.col + 1, found.code)
local related = found.user_data.lsp.relatedInformation
say("story of %d: %s", #related, related[2].message)
wait_for("clangd's own", function()
  return #vim.diagnostic.get(0) > 1 or not os.getenv("HAS_CLANGD")
end)
if os.getenv("HAS_CLANGD") then
  for _, d in ipairs(vim.diagnostic.get(0)) do
    if d.source ~= "unloadcheck" then say("clangd: %s", d.message) end
  end
end

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, patience)
  return answers and answers[client] and answers[client].result
end

local text = { uri = vim.uri_from_bufnr(0) }
local here = { line = found.lnum, character = found.col }
for _, action in ipairs(ask("textDocument/codeAction", {
  textDocument = text, range = { start = here, ["end"] = here },
  context = { diagnostics = {} } })) do
  say("action: %s", action.title)
end
say("lens: %s", ask("textDocument/codeLens", { textDocument = text })[1].command.title)
say("explained: %s", ask("workspace/executeCommand", {
  command = "unloadcheck.explain", arguments = { found.code } }):match("^[^\n]*"))

vim.cmd([[%s/if (!NT_SUCCESS(status))/if (status == STATUS_PENDING)/]])
wait_for("that it is gone", function() return #ours() == 0 end)
say("mended: %s", ask("textDocument/codeLens", { textDocument = text })[1].command.title)
vim.cmd("undo")
wait_for("that it is back", function() return #ours() == 1 end)
vim.cmd("normal! ggO// a line above")
wait_for("that it moves", function()
  return #ours() == 1 and ours()[1].lnum == found.lnum + 1
end)
say("moved %d:%d", ours()[1].lnum + 1, ours()[1].col + 1)
vim.cmd("bdelete!")
vim.lsp.stop_client(client)
wait_for("its end", function() return vim.lsp.client_is_stopped(client) end)
vim.cmd("qall!")
