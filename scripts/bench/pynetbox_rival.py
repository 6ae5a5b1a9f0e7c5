"""Does with pynetbox what the bench asks for: one JSON task per line in, one JSON answer out.

The first line says which NetBox. The clock runs here, so that neither the start of Python nor
the way between the processes counts as pynetbox's time.
"""

import json
import sys
import time

import pynetbox


def endpoint(api, name):
    app, _, model = name.partition(".")
    return getattr(getattr(api, app), model)


def create_each(api, task):
    target = endpoint(api, task["endpoint"])
    return sum(1 for body in task["bodies"] if target.create(body).id)


def create_list(api, task):
    return len(endpoint(api, task["endpoint"]).create(task["bodies"]))


def list_all(api, task):
    return sum(1 for _ in endpoint(api, task["endpoint"]).all())


def get_each(api, task):
    """The reading half of get-or-create, for objects that all exist."""
    return sum(
        1
        for wanted in task["objects"]
        if endpoint(api, wanted["endpoint"]).get(**wanted["filters"]) is not None
    )


TASKS = {
    "create-each": create_each,
    "create-list": create_list,
    "list-all": list_all,
    "get-each": get_each,
}


def main():
    target = json.loads(sys.stdin.readline())
    apis = {
        threading: pynetbox.api(target["url"], token=target["token"], threading=threading)
        for threading in (False, True)
    }
    for api in apis.values():
        api.status()
    for line in sys.stdin:
        task = json.loads(line)
        begun = time.perf_counter()
        objects = TASKS[task["task"]](apis[task.get("threading", False)], task)
        answer = {"seconds": time.perf_counter() - begun, "objects": objects}
        print(json.dumps(answer), flush=True)


main()
