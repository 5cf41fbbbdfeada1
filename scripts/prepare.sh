# Sourced by run, test, bench and legalaid: brings a fresh Debian or Ubuntu machine with the .NET 10 SDK to where the program builds and runs.
PROGRAM="$PWD/src/LegalAid.Web/bin/Release/net10.0/LegalAid.Web.dll"
export YUANKU_HOME="${YUANKU_HOME:-$PWD}" YUANKU_SOURCES="$PWD" DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

# install_missing WHAT-IS-MISSING PACKAGE…: as root or through sudo; otherwise says exactly what to install.
install_missing() {
  local what="$1"; shift
  echo "缺少 $what，安装软件包：$*"
  if [ "$(id -u)" = 0 ]; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    sudo apt-get update -qq && sudo DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
  else
    echo "没有安装权限。请让管理员执行：apt-get install $*" >&2
    exit 3
  fi
}

need_server_packages() {
  command -v dotnet >/dev/null || { echo "请先安装 .NET 10 SDK。" >&2; exit 3; }
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || install_missing "PostgreSQL 服务器" postgresql
  command -v npm >/dev/null || install_missing "Node.js（页面资源）" nodejs npm
}

need_test_packages() {
  command -v chromium >/dev/null || install_missing "Chromium（浏览器测试）" chromium
  [ -n "$(fc-list 2>/dev/null | grep -iE 'cjk|wqy')" ] || install_missing "中文字体（浏览器测试）" fonts-wqy-microhei fontconfig
}

build_program() {
  echo "正在编译……"
  dotnet build src/LegalAid.Web -c Release -v quiet --nologo -clp:NoSummary
}

# free_port N: N when nobody listens on it, otherwise one the system picks.
free_port() {
  if (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; then
    exec 3>&- 3<&-
    node -e 'const s=require("net").createServer();s.listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'
  else
    echo "$1"
  fi
}
