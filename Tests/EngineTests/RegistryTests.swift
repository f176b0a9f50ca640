import XCTest

@testable import Swiftgrad

final class RegistryTests: XCTestCase {
    private let functions = EngineFunctions.all

    private func fullName(_ function: FunctionDefinition) -> String {
        function.namespace + "." + function.signature.name
    }

    private func duplicates(_ names: [String]) -> [String] {
        Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
    }

    func testNamesAreUniqueInTheirNamespace() {
        XCTAssertEqual(duplicates(functions.map(fullName)), [])
    }

    func testMethodsAreUnique() {
        XCTAssertEqual(duplicates(functions.compactMap(\.method)), [])
    }

    func testDocumentationIsASentence() {
        for function in functions {
            let lines = function.doc.split(separator: "\n", omittingEmptySubsequences: false)
            XCTAssertTrue(function.doc.hasSuffix("."), "\(fullName(function)): \(function.doc)")
            XCTAssertFalse(lines[0].isEmpty, fullName(function))
            for line in lines { XCTAssertLessThanOrEqual(line.count, 140, fullName(function)) }
        }
    }

    func testParametersAreWellFormed() {
        for function in functions {
            let parameters = function.signature.parameters
            XCTAssertEqual(duplicates(parameters.map(\.name)), [], fullName(function))
            var hasDefault = false
            for parameter in parameters where !parameter.isKeywordOnly && !parameter.isVariadic {
                XCTAssertFalse(
                    hasDefault && parameter.defaultValue == nil,
                    "\(fullName(function)): \(parameter.name) has no default but the one before it has")
                hasDefault = parameter.defaultValue != nil
            }
            XCTAssertLessThanOrEqual(parameters.filter(\.isVariadic).count, 1, fullName(function))
            if function.method != nil {
                let first = parameters.first?.kind
                XCTAssertTrue(first == .tensor || first == .scalar, "\(fullName(function)): a method's first argument")
            }
        }
    }

    func testSignaturesReadAsPython() {
        for function in functions {
            let text = function.signature.text
            XCTAssertTrue(text.hasPrefix("(") && text.hasSuffix(")"), text)
            XCTAssertFalse(text.contains(",,") || text.contains("=inf") || text.contains("=nan"), text)
            for parameter in function.signature.parameters { XCTAssertTrue(text.contains(parameter.name), text) }
            XCTAssertLessThanOrEqual(text.split(separator: "*", omittingEmptySubsequences: false).count, 2, text)
        }
    }

    func testDefaultsAreOfTheirKind() {
        for function in functions {
            for parameter in function.signature.parameters {
                guard let value = parameter.defaultValue else { continue }
                let fits: Bool =
                    switch (parameter.kind, value) {
                    case (_, .none): parameter.isOptional
                    case (.bool, .bool), (.int, .int), (.float, .float), (.float, .int), (.string, .string): true
                    case (.ints, .ints), (.ints, .int), (.dtype, .dtype): true
                    case (.scalar, .int), (.scalar, .float), (.scalar, .bool): true
                    case (.any, _): true
                    default: false
                    }
                XCTAssertTrue(fits, "\(fullName(function)): default of \(parameter.name)")
            }
        }
    }

    func testEveryFunctionRefusesArgumentsOfNoKind() {
        for function in functions
        where !function.signature.parameters.isEmpty && function.signature.name != "set_num_threads" {
            XCTAssertThrowsError(try function([]), fullName(function))
            let nothing = [Value](repeating: .absent, count: function.signature.parameters.count)
            guard function.signature.parameters.contains(where: { $0.defaultValue == nil }) else { continue }
            XCTAssertThrowsError(try function(nothing), fullName(function)) {
                XCTAssertEqual(($0 as? SwiftgradError)?.kind, .type, fullName(function))
            }
            // One value of each kind in every place: an error or a result, and no end of the process.
            for value in [
                Value.none, .bool(true), .string("\0"), .list([]), .map([]), .ellipsis, .slice(nil, nil, nil),
            ] {
                _ = try? function([Value](repeating: value, count: nothing.count))
            }
        }
        GradMode.isEnabled = true
    }
}
