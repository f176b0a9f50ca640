/// The axes that an Einstein sum names, one label an axis of each operand and of the result.
///
/// A letter's label is its code; the axes of an ellipsis are -1, -2, ... from the last one, so that they align as in
/// broadcasting.
struct EinsumEquation {
    let operands: [[Int]]
    let output: [Int]

    init(_ text: String, shapes: [[Int]]) throws(SwiftgradError) {
        func failure(_ reason: String) -> SwiftgradError {
            .value("einsum: '\(text)' for shapes \(shapes.map(Shape.text).joined(separator: ", ")): \(reason)")
        }
        let parts = EinsumEquation.split(text.utf8.filter { $0 != UInt8(ascii: " ") }, at: "->")
        guard parts.count <= 2 else { throw failure("'->' is there more than once") }
        let terms = EinsumEquation.split(parts[0], at: ",")
        guard terms.count == shapes.count else {
            throw failure("\(terms.count) terms, \(shapes.count) operands")
        }
        var operands: [[Int]] = []
        var hidden = 0
        for (term, shape) in zip(terms, shapes) {
            let (front, back, hasEllipsis) = try EinsumEquation.labels(term, failure)
            let rest = shape.count - front.count - back.count
            guard hasEllipsis ? rest >= 0 : rest == 0 else {
                throw failure("'\(String(decoding: term, as: UTF8.self))' does not fit shape \(Shape.text(shape))")
            }
            hidden = max(hidden, rest)
            operands.append(front + (0..<rest).map { $0 - rest } + back)
        }
        let all = operands.joined()
        let ellipsis = (0..<hidden).map { $0 - hidden }
        if parts.count == 2 {
            let (front, back, hasEllipsis) = try EinsumEquation.labels(parts[1], failure)
            guard hasEllipsis || hidden == 0 else { throw failure("the result needs the axes of '...' too") }
            output = front + (hasEllipsis ? ellipsis : []) + back
            for (position, label) in output.enumerated() {
                guard all.contains(label) else {
                    throw failure("'\(EinsumEquation.letter(label))' is in no operand")
                }
                guard !output[..<position].contains(label) else {
                    throw failure("'\(EinsumEquation.letter(label))' is twice in the result")
                }
            }
        } else {
            output = ellipsis + Set(all).filter { label in label > 0 && all.filter { $0 == label }.count == 1 }.sorted()
        }
        self.operands = operands
        try checkLengths(shapes, failure)
    }

    private func checkLengths(_ shapes: [[Int]], _ failure: (String) -> SwiftgradError) throws(SwiftgradError) {
        var lengths: [Int: Int] = [:]
        for (labels, shape) in zip(operands, shapes) {
            var own: [Int: Int] = [:]
            for (label, length) in zip(labels, shape) {
                let before = lengths[label] ?? 1
                guard (before == length || before == 1 || length == 1) && (own[label] ?? length) == length else {
                    let name = label < 0 ? "..." : EinsumEquation.letter(label)
                    throw failure("'\(name)' has lengths \(own[label] ?? before) and \(length)")
                }
                own[label] = length
                lengths[label] = before == 1 ? length : before
            }
        }
    }

    private static func letter(_ label: Int) -> String {
        UInt8(exactly: label).map { String(UnicodeScalar($0)) } ?? "..."
    }

    /// The letters before and behind the ellipsis of one term.
    private static func labels(
        _ term: [UInt8], _ failure: (String) -> SwiftgradError
    ) throws(SwiftgradError) -> (front: [Int], back: [Int], hasEllipsis: Bool) {
        let parts = split(term, at: "...")
        guard parts.count <= 2 else { throw failure("'...' is in one term more than once") }
        for byte in parts.joined() {
            let small = byte | 0x20
            guard small >= UInt8(ascii: "a") && small <= UInt8(ascii: "z") else {
                throw failure("a term is made of letters and at most one '...'")
            }
        }
        return (parts[0].map(Int.init), parts.count == 2 ? parts[1].map(Int.init) : [], parts.count == 2)
    }

    private static func split(_ text: [UInt8], at separator: String) -> [[UInt8]] {
        let mark = Array(separator.utf8)
        var parts: [[UInt8]] = [[]]
        var position = 0
        while position < text.count {
            if text[position...].starts(with: mark) {
                parts.append([])
                position += mark.count
            } else {
                parts[parts.count - 1].append(text[position])
                position += 1
            }
        }
        return parts
    }
}
