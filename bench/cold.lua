-- An address nobody asked for before, of the same page: the comment that is answered is part of the key.
local n = 0
request = function()
  n = n + 1
  return wrk.format("GET", wrk.path .. "?replytocom=" .. string.format("%d%06d", os.time() % 1000000, n))
end
