"""The image that functions run in: a stand-in for AWS's, which cannot be pulled everywhere.

It carries a jlinked JDK, the client of Lambda's runtime interface from Maven Central, and from the wheel of the SAM CLI the
emulator of that interface. An image of the same name that was not made here is used as it is.
"""
import hashlib
import os
import re
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
TARGET = HERE.parents[1] / "target"
WORK = TARGET / "cloud"
MADE_OF = "dynamodb-migrations.made-of"

MODULES = ("java.base,java.logging,java.management,java.naming,java.net.http,java.security.jgss,java.security.sasl,java.sql,"
           "java.xml,java.instrument,jdk.unsupported,jdk.crypto.ec,jdk.zipfs,jdk.httpserver,jdk.management,jdk.net,jdk.jfr")
COMMANDS = ("sh", "mv", "chmod", "cp", "mkdir", "env", "cat", "ls", "sleep")
# Loaded by name, which ldd does not see.
LATE = ("librt.so.1", "libdl.so.2", "libpthread.so.0", "libnss_files.so.2", "libnss_dns.so.2", "libresolv.so.2", "libgcc_s.so.1")
CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"

BOOTSTRAP = """#!/bin/sh
exec /var/lang/bin/java -Xmx$((${AWS_LAMBDA_FUNCTION_MEMORY_SIZE:-512} * 85 / 100))m -XX:+UseSerialGC \\
    -XX:TieredStopAtLevel=1 -cp "/var/runtime/lib/*" \\
    com.amazonaws.services.lambda.runtime.api.client.AWSLambda "$_HANDLER"
"""
ENTRYPOINT = """#!/bin/sh
export _HANDLER="$1"
if [ -z "$AWS_LAMBDA_RUNTIME_API" ]; then
    exec /usr/local/bin/aws-lambda-rie /var/runtime/bootstrap
fi
exec /var/runtime/bootstrap
"""
SETTINGS = ("PATH=/var/lang/bin:/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8", "TZ=:/etc/localtime",
            "LAMBDA_TASK_ROOT=/var/task", "LAMBDA_RUNTIME_DIR=/var/runtime",
            "LD_LIBRARY_PATH=/var/lang/lib:/var/runtime:/var/task:/var/task/lib:/opt/lib")


def ensure():
    """Makes the image unless it is there; answers the Lambda runtime that it stands for."""
    jdk = newest_jdk()
    runtime = "java25" if version(jdk) >= 25 else "java21"
    emulator = next((TARGET / "venv-sam").glob("lib/*/site-packages/samcli/local/rapid/aws-lambda-rie-x86_64"))
    made_of = hashlib.sha256(b"".join([
        Path(__file__).read_bytes(), (HERE / "pom.xml").read_bytes(), (jdk / "release").read_bytes(),
        str(emulator.stat().st_size).encode()])).hexdigest()[:16]
    # The emulator of Lambda and the SAM CLI name the same image differently.
    names = [f"public.ecr.aws/lambda/java:{runtime[4:]}{suffix}" for suffix in ("", "-x86_64")]
    for name in names:
        found = label(name)
        if found is None or found not in ("", made_of):
            build(jdk, emulator, made_of, names)
            break
    return runtime


def label(name):
    """What the image says it was made of: empty if it was not made here, None if there is none."""
    form = '{{with .Config.Labels}}{{index . "%s"}}{{end}}' % MADE_OF
    asked = subprocess.run(["docker", "image", "inspect", "-f", form, name], capture_output=True, text=True, check=False)
    return asked.stdout.strip() if asked.returncode == 0 else None


def build(jdk, emulator, made_of, names):
    root = WORK / "root"
    shutil.rmtree(root, ignore_errors=True)
    for directory in ("var/runtime", "var/task", "opt", "tmp", "usr/local/bin", "bin", "etc/ssl/certs", "usr/bin"):
        (root / directory).mkdir(parents=True)
    (root / "tmp").chmod(0o1777)
    run(jdk / "bin" / "jlink", "--strip-java-debug-attributes", "--no-header-files", "--no-man-pages",
        "--add-modules", MODULES, "--output", root / "var/lang")
    run(root / "var/lang/bin/java", "-Xshare:dump", stdout=subprocess.DEVNULL)
    run("mvn", "-B", "-ntp", "-q", "-f", HERE / "pom.xml", "process-resources")
    shutil.copytree(WORK / "maven" / "lib", root / "var/runtime/lib")
    write(root / "var/runtime/bootstrap", BOOTSTRAP)
    write(root / "lambda-entrypoint.sh", ENTRYPOINT)
    shutil.copy(emulator, root / "usr/local/bin/aws-lambda-rie")
    (root / "usr/local/bin/aws-lambda-rie").chmod(0o755)
    shutil.copy(shutil.which("busybox"), root / "bin/busybox")
    for command in COMMANDS:
        (root / "bin" / command).symlink_to("busybox")
    (root / "usr/bin/env").symlink_to("/bin/busybox")
    write(root / "etc/nsswitch.conf", "hosts: files dns\n", 0o644)
    write(root / "etc/passwd", "root:x:0:0:root:/root:/bin/sh\n", 0o644)
    write(root / "etc/group", "root:x:0:\n", 0o644)
    if os.path.exists(CERTIFICATES):
        shutil.copy(CERTIFICATES, root / "etc/ssl/certs/")
    copy_libraries(root)
    settings = [word for setting in SETTINGS for word in ("-c", f"ENV {setting}")]
    pack = subprocess.Popen(["tar", "-C", str(root), "--owner=0", "--group=0", "-cf", "-", "."], stdout=subprocess.PIPE)
    run("docker", "import", *settings, "-c", "WORKDIR /var/task", "-c", 'ENTRYPOINT ["/lambda-entrypoint.sh"]',
        "-c", f"LABEL {MADE_OF}={made_of}", "-", names[0], stdin=pack.stdout)
    for other in names[1:]:
        run("docker", "tag", names[0], other)
    # The SAM CLI keeps an image of its own on top and would not make it anew.
    subprocess.run(["docker", "image", "rm", "-f", names[0].rpartition(":")[0] + ":rapid-x86_64"],
                   capture_output=True, check=False)
    shutil.rmtree(root)


def copy_libraries(root):
    lang = root / "var/lang"
    programs = [lang / "bin/java", *lang.glob("lib/*.so"), *lang.glob("lib/server/*.so")]
    needed = set()
    for program in programs:
        told = subprocess.run(["ldd", program], capture_output=True, text=True, check=False).stdout
        needed.update(re.findall(r"(/\S+\.so\S*)", told))
    libc = next(Path(library) for library in needed if Path(library).name.startswith("libc.so"))
    needed.update(str(libc.with_name(name)) for name in LATE)
    for library in map(Path, needed):
        if library.is_relative_to(root) or not library.exists():
            continue
        copy = root / library.relative_to("/")
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(library.resolve(), copy)


def newest_jdk():
    """JAVA25_HOME, else the newest of the JDK that Maven uses and those beside it."""
    told = os.environ.get("JAVA25_HOME")
    if told:
        return Path(told)
    javac = Path(os.environ["JAVA_HOME"]) / "bin/javac" if "JAVA_HOME" in os.environ else Path(shutil.which("javac"))
    home = javac.resolve().parents[1]
    beside = [path for path in home.parent.iterdir() if (path / "bin/jlink").exists() and (path / "release").is_file()]
    return max([home, *beside], key=version)


def version(jdk):
    return int(re.search(r'JAVA_VERSION="(\d+)', (jdk / "release").read_text())[1])


def write(path, text, mode=0o755):
    path.write_text(text)
    path.chmod(mode)


def run(*command, **options):
    subprocess.run([str(word) for word in command], check=True, **options)
