// The emulator binds every interface; a test server belongs on loopback.
const net = require("net");
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (port, host, ...rest) {
  if (typeof port !== "number" || (host !== undefined && host !== null)) {
    return listen.call(this, port, host, ...rest);
  }
  return listen.call(this, port, "127.0.0.1", ...rest.filter((one) => typeof one === "function"));
};
