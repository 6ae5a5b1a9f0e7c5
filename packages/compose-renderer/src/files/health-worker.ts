import { header } from "../header.ts";

/** Where the worker's launch script says which name the worker has in Valkey. */
export const workerNameFile = "/tmp/multipass-netbox-worker";

/** Looks for the heartbeat of this container's worker in Valkey. Without Django: 0.2 s. */
export const healthWorker = `${header}# The worker of this container waits for jobs or works on one, as its heartbeat in Valkey tells.
import os
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import redis

# An idle worker's heart beats every 405 s.
longest = timedelta(seconds=480)

try:
    name = Path("${workerNameFile}").read_text(encoding="utf-8").strip()
except FileNotFoundError:
    sys.exit("it waits until the database is migrated")

client = redis.Redis(
    host=os.environ["REDIS_HOST"],
    port=int(os.environ["REDIS_PORT"]),
    db=int(os.environ["REDIS_DATABASE"]),
    password=Path("/run/secrets/redis_password").read_text(encoding="utf-8").strip(),
    socket_timeout=5,
    socket_connect_timeout=5,
    decode_responses=True,
)
try:
    heartbeat = client.hget(f"rq:worker:{name}", "last_heartbeat")
except redis.RedisError as error:
    sys.exit(f"Valkey: {error}")
if heartbeat is None:
    sys.exit(f"{name} is not registered in Valkey")
age = datetime.now(timezone.utc) - datetime.fromisoformat(heartbeat)
if age > longest:
    sys.exit(f"the last heartbeat of {name} was {age} ago")
`;
