"""Prints a database whose files are nowhere."""
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

import json
import sys

json.dump([{"directory": "D:\\build", "file": "src\\file%d.c" % number,
            "command": "cl.exe /c src\\file%d.c" % number}
           for number in range(int(sys.argv[1]))], sys.stdout)
