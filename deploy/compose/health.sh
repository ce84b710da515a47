#!/bin/bash
# Whether the service in this container can do its work, for the engine. In bash, because nine containers that start a Node
# every few seconds need more of the processor than their services at rest.
set -euo pipefail
exec 3<>"/dev/tcp/127.0.0.1/$PORT"
printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' "${HEALTH_PATH:-/health/ready}" >&3
read -r _ status _ <&3
[ "$status" = 200 ] && exit
echo "$status"
tail --bytes=500 <&3
exit 1
