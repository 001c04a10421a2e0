// SPDX-FileCopyrightText: 2026 The Số hóa Một cửa authors
// SPDX-License-Identifier: Apache-2.0
#include "pdf/pagecontent_p.h"

#include <qpdf/Buffer.hh>
#include <qpdf/BufferInputSource.hh>
#include <qpdf/QPDFTokenizer.hh>

#include <array>
#include <cmath>
#include <optional>

namespace sohoa::pdf {

namespace {

using Token = QPDFTokenizer::Token;

constexpr qint64 mostContent = 64 * 1024 * 1024;
constexpr qint64 costOfForm = 512; ///< so that empty forms drawn 2^n times are noticed too
constexpr int deepestForm = 28;
constexpr double mostPixels = 200e6; ///< of one picture; A4 at 1200 dpi is 139 million
constexpr std::size_t deepestState = 4096;
constexpr double tolerance = 0.02;
const QRectF everywhere(-1e9, -1e9, 2e9, 2e9);

struct State
{
    QTransform matrix;
    QRectF clip = everywhere;
    bool oddClip = false; ///< clipped by something else than upright rectangles
    bool opaque = true;
    bool plainBlend = true;
    bool masked = false;
    int textMode = 0;
};

bool isUpright(const QTransform& m)
{
    const double size = std::hypot(m.m11(), m.m12()) + std::hypot(m.m21(), m.m22());
    const double slack = size * 1e-3;
    return (std::abs(m.m12()) < slack && std::abs(m.m21()) < slack) ||
           (std::abs(m.m11()) < slack && std::abs(m.m22()) < slack);
}

int turnOf(const QTransform& m)
{
    if (std::abs(m.m11()) >= std::abs(m.m12())) {
        return m.m11() > 0 ? 0 : 180;
    }
    return m.m12() > 0 ? 270 : 90;
}

/// A token-wise reader of one content stream after another, with the operands seen since the last operator.
class Walker
{
public:
    Walker(const PageNode& page, const StopToken& stop)
        : m_page(page)
        , m_stop(stop)
    {
    }

    Result<PageMarks> walk()
    {
        QByteArray content;
        QPDFObjectHandle contents = QPDFObjectHandle(m_page.page).getKey("/Contents");
        if (contents.isStream()) {
            SOHOA_TRY(append(contents, content));
        } else if (contents.isArray()) {
            for (int i = 0; i < contents.getArrayNItems(); ++i) {
                if (QPDFObjectHandle part = contents.getArrayItem(i); part.isStream()) {
                    SOHOA_TRY(append(part, content));
                }
            }
        }
        SOHOA_TRY(run(content, m_page.resources, State(), 0));
        readAnnotations();
        m_marks.otherMarks = m_marks.otherMarks || m_sawDamage;
        return m_marks;
    }

private:
    Status append(const QPDFObjectHandle& stream, QByteArray& content)
    {
        SOHOA_TRY(spend(costOfForm));
        const QByteArray part = partOf(stream);
        SOHOA_TRY(spend(part.size()));
        content += part;
        content += '\n';
        return {};
    }

    /// Content that is damaged is followed as far as it goes, but the page is then better drawn.
    QByteArray partOf(const QPDFObjectHandle& stream)
    {
        bool isWhole = false;
        QByteArray part = decodedPart(stream, mostContent, isWhole);
        m_sawDamage = m_sawDamage || !isWhole;
        return part;
    }

    Status spend(qint64 bytes)
    {
        m_spent += bytes;
        if (m_spent > mostContent) {
            return failure(ErrorCode::ImageTooLarge, QStringLiteral("a page with too much content"));
        }
        if (m_stop.stop_requested()) {
            return failure(ErrorCode::Cancelled);
        }
        return {};
    }

    /// One content stream; `state` is what it starts with.
    Status run(const QByteArray& content, const QPDFObjectHandle& resources, State state, int depth)
    {
        // Operands of the operator to come, of which numbers and names matter.
        struct Operands
        {
            std::vector<double> numbers;
            std::string firstName;
            std::string name; ///< the last one
        } operands;
        std::vector<State> saved;
        std::optional<QRectF> path; // the only thing drawn so far, when it is one rectangle
        bool pathIsOdd = false;
        bool clipWaits = false;
        int nesting = 0;

        Buffer buffer(reinterpret_cast<unsigned char*>(const_cast<char*>(content.constData())),
                      static_cast<size_t>(content.size()));
        const auto input = std::make_shared<BufferInputSource>("content", &buffer);
        QPDFTokenizer tokenizer;
        tokenizer.allowEOF();

        const auto endPath = [&](bool painted) {
            if (painted && (path || pathIsOdd)) {
                m_marks.otherMarks = true;
            }
            if (clipWaits) {
                if (path && !pathIsOdd) {
                    state.clip = state.clip.intersected(*path);
                } else {
                    state.oddClip = true;
                }
            }
            path.reset();
            pathIsOdd = false;
            clipWaits = false;
        };

        while (true) {
            const Token token = tokenizer.readToken(input, "content", true);
            const QPDFTokenizer::token_type_e type = token.getType();
            if (type == QPDFTokenizer::tt_eof) {
                return {};
            }
            if (type == QPDFTokenizer::tt_array_open || type == QPDFTokenizer::tt_dict_open) {
                ++nesting;
            } else if (type == QPDFTokenizer::tt_array_close || type == QPDFTokenizer::tt_dict_close) {
                nesting = qMax(0, nesting - 1);
            } else if (nesting == 0 &&
                       (type == QPDFTokenizer::tt_integer || type == QPDFTokenizer::tt_real)) {
                if (operands.numbers.size() < 64) {
                    operands.numbers.push_back(QByteArray::fromStdString(token.getValue()).toDouble());
                }
            } else if (type == QPDFTokenizer::tt_name) {
                if (nesting == 0) {
                    operands.name = token.getValue();
                    if (operands.firstName.empty()) {
                        operands.firstName = operands.name;
                    }
                }
            }
            if (type != QPDFTokenizer::tt_word) {
                continue;
            }
            nesting = 0;
            const std::string& op = token.getValue();
            const std::vector<double>& n = operands.numbers;
            const std::size_t count = n.size();
            if (op == "q") {
                if (saved.size() < deepestState) {
                    saved.push_back(state);
                }
            } else if (op == "Q") {
                if (!saved.empty()) {
                    state = saved.back();
                    saved.pop_back();
                }
            } else if (op == "cm" && count >= 6) {
                state.matrix = QTransform(n[0], n[1], n[2], n[3], n[4], n[5]) * state.matrix;
            } else if (op == "re" && count >= 4) {
                pathIsOdd = pathIsOdd || path.has_value() || !isUpright(state.matrix);
                path = state.matrix.mapRect(QRectF(n[0], n[1], n[2], n[3]).normalized());
            } else if (op == "m" || op == "l" || op == "c" || op == "v" || op == "y") {
                pathIsOdd = true;
            } else if (op == "W" || op == "W*") {
                clipWaits = true;
            } else if (op == "n") {
                endPath(false);
            } else if (op == "f" || op == "F" || op == "f*" || op == "B" || op == "B*" || op == "b" ||
                       op == "b*" || op == "S" || op == "s") {
                endPath(true);
            } else if (op == "sh") {
                m_marks.otherMarks = true;
            } else if (op == "Tr" && count >= 1) {
                state.textMode = static_cast<int>(qBound(0.0, n[0], 7.0));
            } else if (op == "Tj" || op == "TJ" || op == "'" || op == "\"") {
                m_marks.otherMarks = m_marks.otherMarks || state.textMode != 3;
            } else if (op == "gs") {
                applyParameters(lookUp(resources, "/ExtGState", operands.name), state);
            } else if (op == "BDC") {
                m_sawLayer = m_sawLayer || operands.firstName == "/OC";
            } else if (op == "ID") {
                m_marks.otherMarks = true;
                char blank = 0;
                input->read(&blank, 1);
                tokenizer.expectInlineImage(input);
            } else if (op == "Do") {
                SOHOA_TRY(draw(lookUp(resources, "/XObject", operands.name), resources, state, depth));
            }
            operands.numbers.clear();
            operands.firstName.clear();
            operands.name.clear();
        }
    }

    /// In the resources of the form, then in those of the page, as QtPdf does: a form that says nothing about
    /// a name may thereby even draw itself.
    QPDFObjectHandle lookUp(const QPDFObjectHandle& resources, const char* kind,
                            const std::string& name) const
    {
        for (QPDFObjectHandle place : {resources, m_page.resources}) {
            QPDFObjectHandle group = place.isDictionary() ? place.getKey(kind) : QPDFObjectHandle::newNull();
            if (group.isDictionary() && !name.empty()) {
                if (QPDFObjectHandle found = group.getKey(name); !found.isNull()) {
                    return found;
                }
            }
        }
        return QPDFObjectHandle::newNull();
    }

    static void applyParameters(QPDFObjectHandle parameters, State& state)
    {
        if (!parameters.isDictionary()) {
            return;
        }
        if (QPDFObjectHandle alpha = parameters.getKey("/ca"); alpha.isNumber()) {
            state.opaque = alpha.getNumericValue() >= 0.999;
        }
        if (QPDFObjectHandle blend = parameters.getKey("/BM"); !blend.isNull()) {
            state.plainBlend =
                blend.isName() && (blend.getName() == "/Normal" || blend.getName() == "/Compatible");
        }
        if (QPDFObjectHandle mask = parameters.getKey("/SMask"); !mask.isNull()) {
            state.masked = !(mask.isName() && mask.getName() == "/None");
        }
    }

    Status draw(QPDFObjectHandle object, const QPDFObjectHandle& resources, const State& state, int depth)
    {
        SOHOA_TRY(spend(costOfForm));
        if (!object.isStream()) {
            return {};
        }
        QPDFObjectHandle dictionary = object.getDict();
        QPDFObjectHandle subtype = dictionary.getKey("/Subtype");
        const std::string kind = subtype.isName() ? subtype.getName() : std::string();
        if (kind == "/Image") {
            return drawImage(object, dictionary, state);
        }
        if (kind != "/Form") {
            return {};
        }
        if (depth >= deepestForm) {
            return failure(ErrorCode::ImageTooLarge, QStringLiteral("forms nested too deep"));
        }
        State inner = state;
        if (dictionary.hasKey("/OC")) {
            inner.masked = true;
        }
        QPDFObjectHandle matrix = dictionary.getKey("/Matrix");
        if (matrix.isArray() && matrix.getArrayNItems() == 6) {
            std::array<double, 6> m = {};
            for (int i = 0; i < 6; ++i) {
                QPDFObjectHandle item = matrix.getArrayItem(i);
                m[static_cast<std::size_t>(i)] = item.isNumber() ? item.getNumericValue() : 0;
            }
            inner.matrix = QTransform(m[0], m[1], m[2], m[3], m[4], m[5]) * state.matrix;
        }
        if (const QRectF box = rectangleOf(dictionary.getKey("/BBox")); box.isValid()) {
            inner.oddClip = inner.oddClip || !isUpright(inner.matrix);
            inner.clip = inner.clip.intersected(inner.matrix.mapRect(box));
        }
        QPDFObjectHandle own = dictionary.getKey("/Resources");
        const QByteArray content = partOf(object);
        SOHOA_TRY(spend(content.size()));
        return run(content, own.isDictionary() ? own : resources, inner, depth + 1);
    }

    Status drawImage(const QPDFObjectHandle& image, QPDFObjectHandle dictionary, const State& state)
    {
        QPDFObjectHandle width = dictionary.getKey("/Width");
        QPDFObjectHandle height = dictionary.getKey("/Height");
        if (width.isNumber() && height.isNumber() &&
            width.getNumericValue() * height.getNumericValue() > mostPixels) {
            return failure(ErrorCode::ImageTooLarge,
                           QStringLiteral("a page with a picture beyond all measure"));
        }
        DrawnImage drawn;
        drawn.image = image;
        drawn.placement = state.matrix;
        const QRectF whole = state.matrix.mapRect(QRectF(0, 0, 1, 1));
        drawn.shown = whole.intersected(state.clip);
        QPDFObjectHandle stencil = dictionary.getKey("/ImageMask");
        const bool isStencil = stencil.isBool() && stencil.getBoolValue();
        const bool isCut = state.oddClip || (!fills(drawn.shown, whole) && !fills(drawn.shown, m_page.box));
        drawn.isPlain = state.opaque && state.plainBlend && !state.masked && !m_sawLayer && !isStencil &&
                        dictionary.getKey("/SMask").isNull() && dictionary.getKey("/Mask").isNull() &&
                        dictionary.getKey("/OC").isNull() && dictionary.getKey("/SMaskInData").isNull() &&
                        !isCut && isUpright(state.matrix) && state.matrix.determinant() > 0;
        drawn.turn = turnOf(state.matrix);
        if (drawn.isPlain && fills(drawn.shown, m_page.box)) {
            m_marks = {};
        }
        if (m_marks.images.size() < 4096) {
            m_marks.images.push_back(drawn);
        } else {
            m_marks.otherMarks = true;
        }
        return {};
    }

    /// Stamps, filled-in fields and the like lie above the content.
    void readAnnotations()
    {
        constexpr long long hidden = 2;
        constexpr long long notShown = 32;
        QPDFObjectHandle annotations = QPDFObjectHandle(m_page.page).getKey("/Annots");
        if (!annotations.isArray()) {
            return;
        }
        for (int i = 0; i < annotations.getArrayNItems() && !m_marks.otherMarks; ++i) {
            QPDFObjectHandle annotation = annotations.getArrayItem(i);
            if (!annotation.isDictionary()) {
                continue;
            }
            QPDFObjectHandle subtype = annotation.getKey("/Subtype");
            QPDFObjectHandle flags = annotation.getKey("/F");
            const long long bits = flags.isInteger() ? flags.getIntValue() : 0;
            const bool isAside =
                subtype.isName() && (subtype.getName() == "/Link" || subtype.getName() == "/Popup");
            QPDFObjectHandle looks = annotation.getKey("/AP");
            m_marks.otherMarks = !isAside && (bits & (hidden | notShown)) == 0 && looks.isDictionary() &&
                                 !looks.getKey("/N").isNull() &&
                                 !rectangleOf(annotation.getKey("/Rect")).isEmpty();
        }
    }

    const PageNode& m_page;
    StopToken m_stop;
    PageMarks m_marks;
    qint64 m_spent = 0;
    bool m_sawDamage = false;
    bool m_sawLayer = false; ///< something may be switched off: nothing after it is plain
};

} // namespace

double DrawnImage::dpiAcross(double unit) const
{
    QPDFObjectHandle width = QPDFObjectHandle(image).getDict().getKey("/Width");
    const double inches = std::hypot(placement.m11(), placement.m12()) * unit / 72;
    return width.isInteger() && inches > 0 ? static_cast<double>(width.getIntValue()) / inches : 0;
}

double DrawnImage::dpiDown(double unit) const
{
    QPDFObjectHandle height = QPDFObjectHandle(image).getDict().getKey("/Height");
    const double inches = std::hypot(placement.m21(), placement.m22()) * unit / 72;
    return height.isInteger() && inches > 0 ? static_cast<double>(height.getIntValue()) / inches : 0;
}

bool fills(const QRectF& part, const QRectF& whole)
{
    const double across = whole.width() * tolerance;
    const double down = whole.height() * tolerance;
    return part.isValid() && std::abs(part.left() - whole.left()) <= across &&
           std::abs(part.right() - whole.right()) <= across && std::abs(part.top() - whole.top()) <= down &&
           std::abs(part.bottom() - whole.bottom()) <= down;
}

Result<PageMarks> readMarks(const PageNode& page, const StopToken& stop)
{
    const DecodeBudget budget(mostContent);
    return Walker(page, stop).walk();
}

} // namespace sohoa::pdf
