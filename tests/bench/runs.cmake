# SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
# SPDX-License-Identifier: Apache-2.0

cmake_minimum_required(VERSION 3.25)

# Runs sohoa_bench in its short form and looks at the JSON: cmake -DBENCH=PROGRAM -DWORK=FOLDER -P runs.cmake
file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK})
execute_process(COMMAND ${BENCH} --quick --work ${WORK} --json ${WORK}/figures.json RESULT_VARIABLE status)
if(NOT status MATCHES "^[01]$") # 1: a limit was exceeded, which a busy machine can do
    message(FATAL_ERROR "sohoa_bench ended with ${status}")
endif()
file(READ ${WORK}/figures.json json)
string(JSON count ERROR_VARIABLE wrong LENGTH "${json}" figures)
if(wrong)
    message(FATAL_ERROR "not the JSON expected: ${wrong}")
endif()
math(EXPR last "${count} - 1")
set(sections)
foreach(index RANGE ${last})
    string(JSON section GET "${json}" figures ${index} section)
    string(JSON name GET "${json}" figures ${index} name)
    string(JSON value GET "${json}" figures ${index} value)
    if(NOT value MATCHES "^[0-9]")
        message(FATAL_ERROR "${section}, ${name}: ${value} is no figure")
    endif()
    list(APPEND sections ${section})
endforeach()
foreach(expected memory stages journal review)
    if(NOT expected IN_LIST sections)
        message(FATAL_ERROR "no figure of ${expected}")
    endif()
endforeach()
