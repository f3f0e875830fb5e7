/// Own documents that hold every construct of the grammars.
enum Fixtures {
  static let turtle = #"""
    # every construct of Turtle 1.2, é
    VERSION "1.2"
    @version '1.2' .
    @prefix x: <http://x.example/> .
    PREFIX : <http://y.example/#>
    @prefix é.1-b: <http://z.example/> .
    @base <http://base.example/a/b/c?q> .
    BASE <d/e>
    x:a a x:C ; :p "v"@en-GB , 'w', "dir"@ar--rtl ;; .
    <f> <#g> </h>, <../i>, <>, <//other.example/j> .
    x:a.b.c é.1-b:x\,y%20z:q-1.2 x:%41 .
    _:b.1 x:p _:0 . _:anon1 x:p [], [ ] .
    x:n x:p 1, -2, +3.5, .5, 1e3, 1.E-3, -.5e+1, 007, true, false .
    x:s x:p """a "quoted" ""two"" \u00e9\U0001F600
    line""", '''b 'c' ''d'' \t\b\n\r\f\"\'\\''', ""^^x:d, ''@en-x-y , "s"^^<http://www.w3.org/2001/XMLSchema#string> .
    x:l x:p (), (1 (x:m) [ x:q "in" ]), ( "a" ) .
    [ x:p x:o ; x:q [ x:r x:s ] ] .
    [] x:p x:o .
    ( 1 ) x:p x:o .
    << x:s x:p x:o >> .
    << x:s x:p x:o ~ x:r >> x:q <<( x:s a <<( _:b x:p "t"@en )>> )>> .
    << << x:s x:p 1 ~ >> x:p << [] a x:o ~ _:r >> >> x:q 1 .
    x:s x:p x:o ~ x:r1 {| x:q 1 ; x:q 2 |} ~ {| a x:A |} {| x:v [ x:w 3 ] |} , x:o2 ~ _:r2 # end
    .
    """#

  static let trig = #"""
    @prefix x: <http://x.example/> .
    x:s x:p x:o .
    { x:s x:p 1 . x:s x:p 2 }
    x:g { x:s x:p "in g" ; x:q [ x:r x:s ] . }
    GRAPH _:g { << x:s x:p x:o >> x:q (1 2) }
    graph [] {}
    [] { x:s x:p x:o ~ x:r {| x:q 1 |} }
    _:h { } x:g { x:s x:p 'again' }
    """#
}
