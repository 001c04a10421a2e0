// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0

// A scanner on 127.0.0.1 to be tried with the program, or with other clients of the protocol:
//   fake-escl-scanner PORT PAGE.jpg ... [--jam-at N]
// feeds the pictures given (the first lies on the glass as well) until Enter or the end of the input.
#include "support/fakeesclserver.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    sohoa::test::EsclScript script;
    if (const qsizetype jam = arguments.indexOf(QLatin1String("--jam-at")); jam >= 0) {
        script.faults[arguments.value(jam + 1).toInt()] = sohoa::test::EsclFault::Jam;
        arguments.remove(jam, std::min<qsizetype>(2, arguments.size() - jam));
    }
    for (const QString& path : arguments.mid(1)) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "cannot read %s\n", qPrintable(path));
            return 1;
        }
        script.pages.push_back(file.readAll());
    }
    if (script.pages.empty()) {
        std::fprintf(stderr, "usage: fake-escl-scanner PORT PAGE.jpg ... [--jam-at N]\n");
        return 2;
    }
    script.platenPage = script.pages.front();
    const sohoa::test::FakeEsclServer server(script, {}, arguments.front().toUShort());
    std::printf("%s/eSCL\n", qPrintable(server.address()));
    std::fflush(stdout);
    std::getchar();
    std::printf("%s\n", qPrintable(server.requests().join(u'\n')));
    return 0;
}
