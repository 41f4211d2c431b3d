#!/bin/bash
# Ceph's S3 gateway on one machine, in memory, on loopback: a monitor, one OSD, radosgw.
# Ends with all its daemons when its standard input does, also when who started it was killed; for
# that it has to lead a process group of its own.
# usage: radosgw.sh FOLDER PORT MONITOR_PORT ACCESS_KEY SECRET_KEY
set -euo pipefail
root=$1 port=$2 monitor=$3 access_key=$4 secret_key=$5
conf=$root/ceph.conf
exec 3<&0
{
  cat <&3 > /dev/null
  kill -KILL 0
} &

mkdir -p "$root"/{mon,osd,run,rgw}
fsid=$(cat /proc/sys/kernel/random/uuid)
osd_id=$(cat /proc/sys/kernel/random/uuid)

cat > "$conf" <<END
[global]
fsid = $fsid
mon host = [v2:127.0.0.1:$monitor,v1:127.0.0.1:$((monitor + 1))]
public addr = 127.0.0.1
cluster addr = 127.0.0.1
auth cluster required = cephx
auth service required = cephx
auth client required = cephx
keyring = $root/keyring
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd pool default pgp num = 4
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon allow pool size one = true
mon data avail crit = 1
mon max pg per osd = 2000
run dir = $root/run
admin socket = $root/run/\$name.asok
log file = $root/\$name.log
pid file =
ms bind port min = $((monitor + 10))
ms bind port max = $((monitor + 60))
[mon.a]
mon data = $root/mon
[osd]
osd data = $root/osd
osd objectstore = memstore
memstore device bytes = 1073741824
osd class load list = *
[client.rgw]
rgw data = $root/rgw
rgw frontends = beast endpoint=127.0.0.1:$port
rgw enable apis = s3
rgw thread pool size = 16
rgw dns name =
rgw verify ssl = false
rgw enable usage log = false
rgw enable ops log = false
END

ceph-authtool --create-keyring "$root/keyring" --gen-key -n mon. --cap mon 'allow *'
ceph-authtool "$root/keyring" --gen-key -n client.admin --cap mon 'allow *' --cap osd 'allow *' --cap mgr 'allow *'
ceph-authtool "$root/keyring" --gen-key -n osd.0 --cap mon 'allow profile osd' --cap osd 'allow *' --cap mgr 'allow profile osd'
ceph-authtool "$root/keyring" --gen-key -n client.rgw --cap mon 'allow rw' --cap osd 'allow rwx' --cap mgr 'allow rw'
monmaptool --create --fsid "$fsid" --addv a "[v2:127.0.0.1:$monitor,v1:127.0.0.1:$((monitor + 1))]" "$root/monmap"

ceph-mon -c "$conf" -i a --mkfs --monmap "$root/monmap" --keyring "$root/keyring"
ceph-mon -c "$conf" -i a -f &
for _ in $(seq 60); do ceph -c "$conf" --connect-timeout 2 -s && break; sleep 0.3; done

ceph -c "$conf" osd new "$osd_id" 0
ceph-osd -c "$conf" -i 0 --mkfs --osd-uuid "$osd_id"
ceph-osd -c "$conf" -i 0 -f &
for _ in $(seq 60); do ceph -c "$conf" osd stat | grep -q '1 up' && break; sleep 0.3; done

radosgw -c "$conf" -n client.rgw -f &
radosgw-admin -c "$conf" -n client.rgw user create --uid=segue --display-name=Segue \
  --access-key="$access_key" --secret-key="$secret_key"
wait
