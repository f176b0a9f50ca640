/// Values by name, in the order in which the names were first set. Made for the few members of a module.
public struct NamedValues<Element> {
    public private(set) var names: [String] = []
    public private(set) var values: [Element] = []

    public var count: Int { names.count }

    public subscript(name: String) -> Element? {
        for position in names.indices where names[position] == name { return values[position] }
        return nil
    }

    /// Sets the value of a name; one that is there already keeps its place.
    public mutating func set(_ name: String, _ value: Element) {
        if let position = names.firstIndex(of: name) {
            values[position] = value
        } else {
            names.append(name)
            values.append(value)
        }
    }

    @discardableResult
    public mutating func remove(_ name: String) -> Element? {
        guard let position = names.firstIndex(of: name) else { return nil }
        names.remove(at: position)
        return values.remove(at: position)
    }
}

extension NamedValues: Sequence {
    public func makeIterator() -> Zip2Sequence<[String], [Element]>.Iterator { zip(names, values).makeIterator() }
}
