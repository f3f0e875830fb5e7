@main
struct Quipu {
  static func main() {}
}
