# SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
# SPDX-License-Identifier: Apache-2.0

# The one place where compiler settings live; every target of ours passes through it.
function(sohoa_compile_settings target)
    target_compile_features(${target} PRIVATE cxx_std_20)
    target_compile_definitions(${target} PRIVATE
        QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
        QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400)
    target_compile_options(${target} PRIVATE
        -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor -Wold-style-cast
        -Wcast-qual -Woverloaded-virtual -Wimplicit-fallthrough -Wformat=2 -Werror=switch -Werror=return-type
        $<$<CXX_COMPILER_ID:Clang>:-Wno-gnu-zero-variadic-macro-arguments>)
    if(SOHOA_WARNINGS_AS_ERRORS)
        target_compile_options(${target} PRIVATE -Werror)
    endif()
    if(SOHOA_SANITIZE)
        target_compile_options(${target} PRIVATE -fsanitize=address,undefined -fno-sanitize-recover=undefined
            -fno-omit-frame-pointer)
        target_link_options(${target} PRIVATE -fsanitize=address,undefined)
    elseif(NOT WIN32)
        target_compile_definitions(${target} PRIVATE $<$<CONFIG:Release,RelWithDebInfo>:_FORTIFY_SOURCE=2>)
        target_compile_options(${target} PRIVATE -fstack-protector-strong)
    endif()
    if(SOHOA_COVERAGE)
        target_compile_options(${target} PRIVATE --coverage)
        target_link_options(${target} PRIVATE --coverage)
    endif()
    if(TARGET sohoa_precompiled AND NOT target STREQUAL sohoa_precompiled)
        target_precompile_headers(${target} REUSE_FROM sohoa_precompiled)
    endif()
endfunction()

# The headers that nearly every file reads, compiled once: sohoa_compile_settings hands them to every target whose
# options for the compiler are the same. They hide a forgotten #include, so the tidy preset builds without them.
function(sohoa_precompile)
    if(NOT SOHOA_PRECOMPILED)
        return()
    endif()
    file(WRITE ${CMAKE_BINARY_DIR}/precompiled.cpp.in "\n")
    configure_file(${CMAKE_BINARY_DIR}/precompiled.cpp.in ${CMAKE_BINARY_DIR}/precompiled.cpp COPYONLY)
    add_library(sohoa_precompiled STATIC ${CMAKE_BINARY_DIR}/precompiled.cpp)
    set_target_properties(sohoa_precompiled PROPERTIES AUTOMOC OFF)
    target_link_libraries(sohoa_precompiled PUBLIC Qt6::Core)
    sohoa_compile_settings(sohoa_precompiled)
    target_precompile_headers(sohoa_precompiled PRIVATE
        <QByteArray> <QDateTime> <QDir> <QFile> <QHash> <QJsonArray> <QJsonObject> <QObject> <QString> <QStringList>
        <QVariant> <tl/expected.hpp> <algorithm> <array> <functional> <map> <memory> <optional> <span> <string>
        <vector>)
endfunction()

# sohoa_library(NAME SOURCES ... LINKS ... PRIVATE_LINKS ...): the static library of one folder under app/.
# Includes are written from the root of the source tree's app/: "base/result.h".
function(sohoa_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    add_library(sohoa_${name} STATIC ${arg_SOURCES})
    add_library(sohoa::${name} ALIAS sohoa_${name})
    target_include_directories(sohoa_${name} PUBLIC ${PROJECT_SOURCE_DIR}/app)
    target_link_libraries(sohoa_${name} PUBLIC ${arg_LINKS} PRIVATE ${arg_PRIVATE_LINKS})
    sohoa_compile_settings(sohoa_${name})
endfunction()

# sohoa_test(FOLDER NAME LINKS ... [LABELS ...] [SOURCES ...]): tests/<FOLDER>/tst_<NAME>.cpp becomes the CTest
# case <FOLDER>.<NAME>. Labels: "slow" (minutes), "server" (needs a real server); ./test --quick leaves both out.
function(sohoa_test folder name)
    cmake_parse_arguments(arg "" "TIMEOUT" "LINKS;LABELS;SOURCES" ${ARGN})
    set(target tst_${folder}_${name})
    add_executable(${target} ${CMAKE_CURRENT_SOURCE_DIR}/tst_${name}.cpp ${arg_SOURCES})
    target_link_libraries(${target} PRIVATE Qt6::Test sohoa::testsupport ${arg_LINKS})
    target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    target_compile_definitions(${target} PRIVATE SOHOA_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    sohoa_compile_settings(${target})
    add_test(NAME ${folder}.${name} COMMAND ${target})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 300)
    endif()
    set_tests_properties(${folder}.${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;SOHOA_KEYSTORE=file;LC_ALL=C.UTF-8")
endfunction()
