// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6)]

let package = Package(
    name: "swiftgrad",
    products: [
        .library(name: "Swiftgrad", targets: ["Swiftgrad", "SwiftgradNN", "SwiftgradTraining"]),
        .library(name: "swiftgrad", type: .dynamic, targets: ["SwiftgradCABI"]),
    ],
    targets: [
        .systemLibrary(name: "CPlatform", path: "Sources/CPlatform"),
        .systemLibrary(name: "COpenBLAS", path: "Sources/COpenBLAS"),
        .target(
            name: "SwiftgradKernels", dependencies: ["CPlatform", "COpenBLAS"],
            path: "Sources/Kernels", swiftSettings: strict),
        .target(
            name: "Swiftgrad", dependencies: ["SwiftgradKernels"],
            path: "Sources/Engine", swiftSettings: strict),
        .target(
            name: "SwiftgradNN", dependencies: ["Swiftgrad"],
            path: "Sources/NN", swiftSettings: strict),
        .target(
            name: "SwiftgradTraining", dependencies: ["SwiftgradNN"],
            path: "Sources/Training", swiftSettings: strict),
        .systemLibrary(name: "CSwiftgrad", path: "Sources/CABI/include"),
        .target(
            name: "SwiftgradCABI", dependencies: ["SwiftgradTraining", "CSwiftgrad"],
            path: "Sources/CABI", exclude: ["include", "exports.map"], swiftSettings: strict),
        .executableTarget(
            name: "RingGAN", dependencies: ["SwiftgradTraining"],
            path: "Sources/Examples/RingGAN", swiftSettings: strict),
        .target(
            name: "TestSupport", dependencies: ["Swiftgrad"],
            path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(
            name: "KernelsTests", dependencies: ["SwiftgradKernels", "TestSupport"],
            path: "Tests/KernelsTests", swiftSettings: strict),
        .testTarget(
            name: "EngineTests", dependencies: ["Swiftgrad", "TestSupport"],
            path: "Tests/EngineTests", swiftSettings: strict),
        .testTarget(
            name: "NNTests", dependencies: ["SwiftgradNN", "TestSupport"],
            path: "Tests/NNTests", swiftSettings: strict),
        .testTarget(
            name: "TrainingTests", dependencies: ["SwiftgradTraining", "TestSupport"],
            path: "Tests/TrainingTests", swiftSettings: strict),
    ]
)
